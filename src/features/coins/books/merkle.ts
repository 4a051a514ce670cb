// Merkle trees of RFC 6962 with the browser's own SHA-256 (WebCrypto, in secure contexts only).

const encoder = new TextEncoder();

/** SHA-256 of the parts, one after the other. */
export async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

/** Text as UTF-8. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Bytes as hex, two lower-case digits each. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Hex as bytes; whoever calls has seen to it that it is hex. */
export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const [leafMark, nodeMark] = [Uint8Array.of(0), Uint8Array.of(1)];

/** The hash of a leaf: SHA-256 of 0x00 and its bytes. */
export const hashLeaf = (leaf: Uint8Array): Promise<Uint8Array> => sha256(leafMark, leaf);

const hashPair = (left: Uint8Array, right: Uint8Array) => sha256(nodeMark, left, right);

/**
 * The root to which a path leads from the hash of the leaf at an index (from 0) among so many leaves; undefined
 * where the path is longer or shorter than that place has it.
 */
export async function rootOfPath(
  leafHash: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Promise<Uint8Array | undefined> {
  let [place, last, node, step] = [index, size - 1, leafHash, 0];
  while (last > 0) {
    // The last node of a level goes up as it is where it has no neighbour.
    const isAlone = place === last && place % 2 === 0;
    if (!isAlone) {
      const other = path[step];
      if (!other) return undefined;
      node = place % 2 === 1 ? await hashPair(other, node) : await hashPair(node, other);
      step += 1;
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return step === path.length ? node : undefined;
}

/** A tree that grows leaf by leaf and keeps only the roots of its full parts. */
export class GrowingTree {
  size = 0;
  private readonly parts: { height: number; root: Uint8Array }[] = [];

  /** Adds the hash of the next leaf. */
  async add(leafHash: Uint8Array): Promise<void> {
    let [height, root] = [0, leafHash];
    for (let left = this.parts.at(-1); left?.height === height; left = this.parts.at(-1)) {
      root = await hashPair(left.root, root);
      height += 1;
      this.parts.pop();
    }
    this.parts.push({ height, root });
    this.size += 1;
  }

  /** The root over all leaves so far; of none, the SHA-256 of nothing. */
  async root(): Promise<Uint8Array> {
    const [last, ...before] = this.parts.toReversed();
    if (!last) return sha256();
    let { root } = last;
    for (const part of before) root = await hashPair(part.root, root);
    return root;
  }
}
