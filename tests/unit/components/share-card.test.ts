import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { atomsOf, breakLines } from '../../../src/components/share-card/break-lines';
import { drawCard, renderCard } from '../../../src/components/share-card/card';
import { outlinesOf, widthOf } from '../../../src/components/share-card/glyphs';
import { colourOf } from '../../../src/components/share-card/picture';
import { scenes } from '../../../src/features/case-studies/scenes';
import { riverBasin } from '../../../src/features/case-studies/scenes/river-basin';
import { cases } from '../case-studies/cases';

/** Every character as wide as the next, as in a Chinese face. */
const inCharacters = (line: string) => [...line].length;
const chinese = (text: string, width: number) => breakLines(text, 'zh-CN', inCharacters, width);

describe('a Chinese text', () => {
  test('stays on one line where there is room', () => {
    expect(chinese('治水：从地下的管子查起', 11)).toEqual(['治水：从地下的管子查起']);
  });

  test('breaks after its punctuation, even where other lines would be more even', () => {
    expect(chinese('森山：从一株铁皮石斛长出的小镇', 13)).toEqual([
      '森山：',
      '从一株铁皮石斛长出的小镇',
    ]);
  });

  test('breaks between characters where no punctuation helps, as evenly as it can', () => {
    expect(chinese('从一株铁皮石斛长出的小镇', 7)).toEqual(['从一株铁皮石', '斛长出的小镇']);
  });

  const quoted = '义乌人讲「鸡毛换糖」的故事，（四十多个）国家的企业都「来过」：真的。';

  test.each([4, 5, 6, 7, 8, 9, 12])(
    'begins no line with a closing mark and ends none with an opening one, %d wide',
    (width) => {
      const lines = chinese(quoted, width);
      expect(lines.join('')).toBe(quoted);
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。、：；？！」』）》]/u);
        expect(line).not.toMatch(/[「『（《]$/u);
      }
    },
  );

  test('keeps a number and a Latin word in one piece', () => {
    expect(atomsOf('有1.99万家、464家在Chinagoods上', 'zh-CN')).toEqual([
      '有',
      '1.99',
      '万',
      '家、',
      '464',
      '家',
      '在',
      'Chinagoods',
      '上',
    ]);
  });
});

describe('an English text', () => {
  test('breaks between words and loses none', () => {
    const title = 'Fenshuitang: a translator’s home, a village of apricots';
    const lines = breakLines(title, 'en', inCharacters, 34);
    expect(lines).toEqual(['Fenshuitang: a translator’s home,', 'a village of apricots']);
  });

  test('leaves a word that is wider than the line on a line of its own', () => {
    expect(breakLines('a Unpronounceable b', 'en', inCharacters, 5)).toEqual([
      'a',
      'Unpronounceable',
      'b',
    ]);
  });
});

describe('a card', () => {
  const cards = cases.flatMap(({ slug, zh, en }) =>
    [['zh-CN', zh] as const, ['en', en] as const].map(([locale, { title }]) => ({
      locale,
      site: locale === 'en' ? 'Green Yiwu' : '两山义行',
      title,
      line: title,
      scene: scenes[slug] ?? riverBasin,
      name: slug,
    })),
  );

  test.each(cards)('has its words as outlines, so that it needs no font: $title', (card) => {
    const svg = drawCard(card);
    expect(svg).not.toMatch(/<text|font-family|var\(/);
    expect(svg).not.toContain(card.title);
    expect(svg.length).toBeGreaterThan(20_000);
  });

  test.each(cases)('says in one line what $slug is about', ({ facts }) => {
    for (const [locale, place] of [
      ['zh-CN', facts.place.zh],
      ['en', facts.place.en],
    ] as const) {
      expect(widthOf(`Cases · ${place}`, locale) * 26).toBeLessThan(800);
    }
  });

  test('is 1200 by 630 pixels and light enough to send', async () => {
    const [card] = cards;
    if (!card) throw new Error('no case');
    const image = await renderCard(card);
    const { width, height, format } = await sharp(image).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'jpeg' });
    expect(image.length).toBeLessThan(200_000);
  });

  test('is painted on the paper of the light scheme', async () => {
    const [card] = cards;
    if (!card) throw new Error('no case');
    const { data } = await sharp(await renderCard(card))
      .extract({ left: 1150, top: 10, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const paper = [1, 3, 5].map((at) => Number.parseInt(colourOf('paper').slice(at, at + 2), 16));
    [...data].forEach((value, index) => {
      expect(Math.abs(value - (paper[index] ?? 0))).toBeLessThanOrEqual(3);
    });
  });

  test('has the quotation mark of English as wide as a letter, not as a character', () => {
    expect(widthOf('’', 'en')).toBeLessThan(0.5);
    expect(widthOf('山', 'zh-CN')).toBe(1);
  });

  test('stops the build at a character the face lacks', () => {
    expect(() => outlinesOf('\u{1F600}', 'zh-CN', { x: 0, y: 0, size: 10 })).toThrow('lacks');
  });
});
