import PDFDocument from 'pdfkit';
import { fill } from '../../../i18n/fill';
import { type Locale, listed } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatDay, parseMoment, shanghaiDay } from '../../../lib/dates';
import { mark } from '../../../lib/mark';
import { collect } from '../../../lib/print/collect';
import { asPrinted, codePointName, faceOf, readFace } from '../../../lib/print/face';
import { qrPath } from '../../../lib/qr';
import { displayCode } from '../../rewards/voucher-code';
import { hoursBetween } from './hours';

/** What a certificate says, in the language it is printed in. */
export interface CertificateFacts {
  locale: Locale;
  name: string;
  event: string;
  base: string;
  /** Moments of the session, as the API gives them. */
  startsAt: string;
  endsAt: string;
  issuedAt: string;
  /** Twelve characters, as stored. */
  code: string;
  /** The whole address where the code is verified. */
  address: string;
  isDemo: boolean;
}

type Words = Dictionary['print'];

const ink = '#1d2421';
const soft = '#55605a';
const green = '#1f6b52';
const gold = '#b98a2f';
const width = 841.89;
const height = 595.28;
const column = 600;
const left = (width - column) / 2;

/** Hills under everything, pale enough to be written over and to be photocopied. */
function drawPaper(doc: PDFKit.PDFDocument) {
  doc
    .path(
      'M28 470C120 430 190 400 262 428 330 454 372 412 452 398 548 382 600 446 690 432 742 424 780 410 814 402V567H28Z',
    )
    .fill('#edf3ef')
    .path('M28 516C130 496 214 474 316 500 420 526 500 486 596 480 690 476 760 502 814 492V567H28Z')
    .fill('#e0ebe5');
  doc
    .lineWidth(1.6)
    .rect(28, 28, width - 56, height - 56)
    .stroke(gold);
  doc
    .lineWidth(0.5)
    .rect(34, 34, width - 68, height - 68)
    .stroke(green);
}

function drawMark(doc: PDFKit.PDFDocument, x: number, y: number, size: number) {
  doc
    .save()
    .translate(x, y)
    .scale(size / 40);
  doc.path(mark.far).fill(gold).path(mark.near).fill(green);
  doc.lineWidth(2).circle(20, 20, mark.rim).stroke(gold);
  doc.restore();
}

function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, side: number) {
  const { path, size } = qrPath(text);
  doc
    .save()
    .translate(x, y)
    .scale(side / size);
  doc.rect(0, 0, size, size).fill('#fff').path(path).fill('#000');
  doc.restore();
}

/** Writes centred text as large as fits in so many lines, and gives the height it took. */
function writeCentred(
  doc: PDFKit.PDFDocument,
  text: string,
  y: number,
  {
    size,
    smallest,
    lines,
    colour = ink,
  }: { size: number; smallest: number; lines: number; colour?: string },
): number {
  const options = { width: column, align: 'center', lineGap: size * 0.15 } as const;
  let fitted = size;
  const heightAt = (points: number) => doc.fontSize(points).heightOfString(text, options);
  const lineAt = (points: number) => doc.fontSize(points).heightOfString('义', options);
  while (fitted > smallest && heightAt(fitted) > lineAt(fitted) * lines + 1) fitted -= 1;
  doc.fontSize(fitted).fillColor(colour).text(text, left, y, options);
  return doc.y - y;
}

/** Draws a certificate of attendance as one A4 page, with only the characters it uses embedded. */
export async function drawCertificate(facts: CertificateFacts, words: Words): Promise<Uint8Array> {
  const { locale } = facts;
  const t = words.certificate;
  const day = formatDay(shanghaiDay(parseMoment(facts.startsAt)), locale);
  const issued = formatDay(shanghaiDay(parseMoment(facts.issuedAt)), locale);
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    font: '',
    lang: locale,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: fill(t.documentTitle, { event: facts.event }),
      Author: words.site,
      Subject: t.title,
      CreationDate: parseMoment(facts.issuedAt),
    },
  });
  const file = collect(doc);
  doc.registerFont('face', await readFace()).font('face');
  const face = faceOf(doc);
  const print = (text: string) => asPrinted(text, face).printed;
  const name = asPrinted(facts.name, face);

  const page = doc.struct('Document');
  doc.addStructure(page);
  const write = (tag: string, draw: () => void, actual?: string) =>
    page.add(doc.struct(tag, actual ? { actual } : {}, draw));

  doc.markContent('Artifact', { type: 'Layout' });
  drawPaper(doc);
  drawMark(doc, width / 2 - 26, 58, 52);
  doc.endMarkedContent();

  write('P', () =>
    writeCentred(doc, words.site, 116, { size: 11, smallest: 11, lines: 1, colour: soft }),
  );
  write('H1', () =>
    writeCentred(doc, t.title, 138, { size: 34, smallest: 34, lines: 1, colour: green }),
  );
  write('P', () =>
    writeCentred(doc, t.awardedTo, 200, { size: 13, smallest: 13, lines: 1, colour: soft }),
  );
  write(
    'H2',
    () => writeCentred(doc, name.printed, 224, { size: 30, smallest: 15, lines: 1 }),
    name.missing.length > 0 ? facts.name : undefined,
  );
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .lineWidth(0.8)
    .moveTo(width / 2 - 130, 270)
    .lineTo(width / 2 + 130, 270)
    .stroke(gold);
  doc.endMarkedContent();
  let y = 282;
  write('P', () => {
    y += writeCentred(doc, fill(t.attended, { day, base: print(facts.base) }), y, {
      size: 14,
      smallest: 11,
      lines: 2,
    });
  });
  write('P', () => {
    y +=
      4 +
      writeCentred(doc, print(fill(t.event, { event: facts.event })), y + 4, {
        size: 21,
        smallest: 13,
        lines: 2,
      });
  });
  const hours = hoursBetween(facts.startsAt, facts.endsAt, locale);
  write('P', () => {
    writeCentred(doc, fill(t.lasted, { hours }), y + 4, { size: 14, smallest: 14, lines: 1 });
  });

  page.add(
    doc.struct('Figure', { alt: t.qr }, () => drawQr(doc, facts.address, 64, height - 64 - 92, 92)),
  );
  doc.fontSize(9.5).fillColor(soft);
  const note = [t.verify, displayCode(facts.code), facts.address.replace(/^https?:\/\//, '')];
  write('P', () => doc.text(note.join('\n'), 168, height - 140, { width: 300, lineGap: 3 }));
  if (name.missing.length > 0) {
    const characters = listed(name.missing.map(codePointName), locale);
    write('Note', () => doc.text(fill(t.missing, { characters }), 168, doc.y + 2, { width: 380 }));
  }
  const signature = facts.isDemo ? [words.site, words.demo, issued] : [words.site, issued];
  write('P', () =>
    doc
      .fontSize(11)
      .fillColor(ink)
      .text(signature.join('\n'), width - 64 - 240, height - 124, {
        width: 240,
        align: 'right',
        lineGap: 4,
      }),
  );
  page.end();
  doc.end();
  return file;
}
