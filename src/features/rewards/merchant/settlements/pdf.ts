import PDFDocument from 'pdfkit';
import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { formatMoment, formatStamp } from '../../../../lib/dates';
import { collect } from '../../../../lib/print/collect';
import { asPrinted, faceOf, readFace } from '../../../../lib/print/face';
import { formatYuan } from '../../../../lib/yuan';
import { formatMonth } from './month';
import { type Statement, sumsByReward, totalOf } from './statement';

const ink = '#1d2421';
const soft = '#55605a';
const green = '#1f6b52';
const margin = 56;
const bottom = 770;

interface Column {
  label: string;
  width: number;
  isNumber?: boolean;
}

/** Draws a statement as A4 pages: the sums by reward, then every voucher. */
export async function drawStatement(
  statement: Statement,
  locale: Locale,
  dictionary: Dictionary,
): Promise<Uint8Array> {
  const { merchant: words, site } = dictionary;
  const t = words.settlements;
  const month = formatMonth(statement.month, locale);
  const title = fill(t.documentTitle, { merchant: statement.merchant, month });
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    font: '',
    lang: locale,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: site.name, CreationDate: new Date(statement.madeAt) },
  });
  const file = collect(doc);
  doc.registerFont('face', await readFace()).font('face');
  const face = faceOf(doc);
  const print = (text: string) => asPrinted(text, face).printed;
  const root = doc.struct('Document');
  doc.addStructure(root);
  const write = (tag: string, text: string, size: number, colour = ink) =>
    root.add(
      doc.struct(tag, {}, () => {
        doc.fontSize(size).fillColor(colour).text(print(text), margin, doc.y, { lineGap: 3 });
      }),
    );

  const table = (columns: Column[], rows: string[][], last?: string[]) => {
    const lefts = columns.map((_, place) =>
      columns.slice(0, place).reduce((left, { width }) => left + width, margin),
    );
    const node = doc.struct('Table');
    root.add(node);
    const heightOf = (texts: string[]) => {
      doc.fontSize(10);
      return Math.max(
        ...texts.map((text, place) =>
          doc.heightOfString(text, { width: (columns[place]?.width ?? 0) - 10 }),
        ),
      );
    };
    const cell = (text: string, place: number, top: number, colour: string) => {
      const { width = 0, isNumber } = columns[place] ?? {};
      doc
        .fontSize(10)
        .fillColor(colour)
        .text(text, lefts[place], top, { width: width - 10, align: isNumber ? 'right' : 'left' });
    };
    const below = (top: number, height: number) => {
      doc.x = margin;
      doc.y = top + height + 6;
    };
    const heads = columns.map(({ label }) => print(label));
    /** The heads once more on a page that goes on with the table: for the eye, not for the structure. */
    const goOn = () => {
      doc.addPage();
      const top = doc.y;
      doc.markContent('Artifact', { type: 'Pagination' });
      heads.forEach((text, place) => {
        cell(text, place, top, soft);
      });
      doc.endMarkedContent();
      below(top, heightOf(heads));
    };
    const line = (texts: string[], tag: 'TH' | 'TD', colour: string) => {
      const height = heightOf(texts);
      if (doc.y + height + 6 > bottom) goOn();
      const top = doc.y;
      const row = doc.struct('TR');
      node.add(row);
      texts.forEach((text, place) => {
        row.add(doc.struct(tag, {}, () => cell(text, place, top, colour)));
      });
      row.end();
      below(top, height);
    };
    line(heads, 'TH', soft);
    for (const row of rows) line(row.map(print), 'TD', ink);
    if (last) line(last.map(print), 'TD', green);
    node.end();
    doc.moveDown(1);
  };

  const total = totalOf(statement);
  write('H1', title, 20, green);
  write(
    'P',
    statement.isClosed
      ? t.closed
      : fill(t.running, { time: formatMoment(statement.madeAt, locale) }),
    10,
    soft,
  );
  const rate = statement.fenPerCoin;
  const yuan = (coins: number) => (rate === null ? [] : [formatYuan(coins * rate, locale)]);
  write(
    'P',
    rate === null
      ? t.notSet
      : fill(statement.paidAt ? t.paid : t.toPay, {
          rate: formatYuan(rate, locale),
          amount: formatYuan(total.coins * rate, locale),
          time: statement.paidAt ? formatMoment(statement.paidAt, locale) : '',
        }),
    10,
    soft,
  );
  if (statement.isDemo) write('P', site.demo, 10, soft);
  doc.moveDown(1);
  write('H2', t.byReward, 13);
  doc.moveDown(0.3);
  table(
    [
      { label: words.reward, width: rate === null ? 283 : 213 },
      { label: t.count, width: 80, isNumber: true },
      { label: words.coins, width: 90, isNumber: true },
      ...(rate === null ? [] : [{ label: t.amount, width: 100, isNumber: true }]),
    ],
    sumsByReward(statement).map(({ reward, count, coins }) => [
      reward,
      `${count}`,
      `${coins}`,
      ...yuan(coins),
    ]),
    [t.total, `${total.count}`, `${total.coins}`, ...yuan(total.coins)],
  );
  write('H2', t.each, 13);
  doc.moveDown(0.3);
  table(
    [
      { label: t.usedAt, width: 105 },
      { label: words.ending, width: 55 },
      { label: words.reward, width: rate === null ? 253 : 163 },
      { label: words.coins, width: 70, isNumber: true },
      ...(rate === null ? [] : [{ label: t.amount, width: 90, isNumber: true }]),
    ],
    statement.lines.map(({ usedAt, ending, reward, coins }) => [
      formatStamp(usedAt),
      ending,
      reward,
      `${coins}`,
      ...yuan(coins),
    ]),
  );
  root.end();
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination' });
    doc
      .fontSize(9)
      .fillColor(soft)
      .text(fill(t.page, { page: page + 1, pages: count }), margin, 796, {
        width: 483,
        align: 'right',
        height: 12,
      });
    doc.endMarkedContent();
  }
  doc.end();
  return file;
}
