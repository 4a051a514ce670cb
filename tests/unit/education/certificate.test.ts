import { describe, expect, test } from 'vitest';
import {
  type CertificateFacts,
  drawCertificate,
} from '../../../src/features/education/print/certificate';
import { hoursBetween } from '../../../src/features/education/print/hours';
import { dictionaryOf } from '../../../src/i18n/dictionary';
import { asPrinted } from '../../../src/lib/print/face';
import { readPdf } from './pdf';

const facts: CertificateFacts = {
  locale: 'zh-CN',
  name: '王小明',
  event: '分水塘村的一天',
  base: '分水塘村',
  startsAt: '2027-06-05 16:30:00+00',
  endsAt: '2027-06-05 19:00:00+00',
  issuedAt: '2027-06-06T02:00:00Z',
  code: 'ABCDEFGHJKLM',
  address: 'https://green.example.cn/certificates/ABCDEFGHJKLM/',
  isDemo: false,
};
const draw = async (changes: Partial<CertificateFacts> = {}) => {
  const all = { ...facts, ...changes };
  const bytes = await drawCertificate(all, dictionaryOf(all.locale).print);
  return { bytes, ...(await readPdf(bytes)) };
};

describe('a certificate', () => {
  test('says who took part in what, where, on which day in Shanghai and for how long, on one small page', async () => {
    const { bytes, pages, text } = await draw();
    expect(pages).toBe(1);
    expect(bytes.length).toBeLessThan(200_000);
    for (const words of [
      '王小明',
      '「分水塘村的一天」',
      '于2027年6月6日在分水塘村参加',
      '活动时长2.5小时',
      'ABCD-EFGH-JKLM',
      'green.example.cn/certificates/ABCDEFGHJKLM/',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('演示数据');
  });

  test('carries its title and language, and a part of its face that no other machine needs to have', async () => {
    const { title, language, fonts } = await draw();
    expect(title).toBe('参加证明：分水塘村的一天');
    expect(language).toBe('zh-CN');
    expect(fonts).toHaveLength(1);
    expect(fonts[0]?.name).toMatch(/^[A-Z]{6}\+NotoSerifSC/);
    expect(fonts[0]?.isEmbedded).toBe(true);
  });

  test.each(['张𬭎', '㛃朵', '买买提·艾力', '赟赟', '𬘭𬀩', 'Zoë Müller', '〇〇七'])(
    'prints the name %s as it is written',
    async (name) => {
      const { text } = await draw({ name });
      expect(text).toContain(name.replaceAll(' ', ''));
      expect(text).not.toContain('〓');
    },
  );

  test('prints 〓 for a character its face lacks, says which one, and keeps the true name for readers of the file', async () => {
    const { text, spokenTexts } = await draw({ name: '𠮷田' });
    expect(text).toContain('〓田');
    expect(text).toContain('U+20BB7');
    expect(spokenTexts).toContain('𠮷田');
  });

  test('wraps a long title and still fits its page', async () => {
    const event =
      '浙江生态日：从分水塘到义乌江，跟着水走一天，看一滴水怎样经过村庄、田地和工厂，又怎样干净地回到江里（亲子场）'.repeat(
        2,
      );
    const { pages, text, lowest } = await draw({ event, base: '义乌市'.repeat(20) });
    expect(pages).toBe(1);
    expect(text).toContain(event);
    expect(lowest).toBeGreaterThan(36);
  });

  test('is a real translation in English', async () => {
    const { text, language } = await draw({
      locale: 'en',
      event: 'A day at Fenshuitang',
      isDemo: true,
    });
    expect(language).toBe('en');
    expect(text).toContain('CertificateofattendanceThisistocertifythat');
    expect(text).toContain('AdayatFenshuitang');
    expect(text).toContain('Demodata');
  });
});

test('a character outside the face is replaced once for each time, and named once', () => {
  const has = (codePoint: number) => codePoint < 0x20000;
  expect(asPrinted('𠮷𠮷a', has)).toEqual({ printed: '〓〓a', missing: ['𠮷'] });
});

test('hours are told to the nearest tenth', () => {
  expect(hoursBetween('2027-06-05 01:00:00+00', '2027-06-05 02:40:00+00', 'zh-CN')).toBe('1.7');
  expect(hoursBetween('2027-06-05T01:00:00Z', '2027-06-05T03:00:00Z', 'en')).toBe('2');
});
