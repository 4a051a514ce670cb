import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

// The reader would fetch its WebAssembly from elsewhere; ours comes with the site, and works offline.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** The text of the first QR code in a picture; undefined when there is none. */
export async function readQr(picture: Blob | ImageData): Promise<string | undefined> {
  const [found] = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  });
  return found?.isValid ? found.text : undefined;
}
