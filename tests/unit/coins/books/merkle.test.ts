import { describe, expect, test } from 'vitest';
import {
  bytesOf,
  fromHex,
  GrowingTree,
  hashLeaf,
  rootOfPath,
  sha256,
  toHex,
} from '../../../../src/features/coins/books/merkle.ts';
import { auditPath, treeHash } from '../../../support/merkle.ts';

const names = (count: number) => Array.from({ length: count }, (_, place) => `leaf ${place}`);
const grown = async (leaves: Uint8Array[]) => {
  const tree = new GrowingTree();
  for (const leaf of leaves) await tree.add(await hashLeaf(leaf));
  return toHex(await tree.root());
};

describe('a tree', () => {
  // The leaves and roots with which Certificate Transparency's own implementations are tested.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].concat(
    '606162636465666768696a6b6c6d6e6f',
  );
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('over the first %d leaves of the known vectors has their root', async (count, root) => {
    expect(await grown(leaves.slice(0, count).map(fromHex))).toBe(root);
  });

  test('of any size has the root that the words of RFC 6962 give', async () => {
    for (let size = 0; size <= 70; size += 1) {
      const root = treeHash(names(size)).toString('hex');
      expect(await grown(names(size).map(bytesOf)), `${size} leaves`).toBe(root);
    }
  });
});

describe('a path', () => {
  const follow = async (size: number, index: number, path = auditPath(index, names(size))) => {
    const root = await rootOfPath(
      await hashLeaf(bytesOf(`leaf ${index}`)),
      index,
      size,
      path.map(fromHex),
    );
    return root && toHex(root);
  };

  test('leads from every leaf of every size to the root', async () => {
    for (let size = 1; size <= 34; size += 1) {
      const root = treeHash(names(size)).toString('hex');
      for (let index = 0; index < size; index += 1) {
        expect(await follow(size, index), `leaf ${index} of ${size}`).toBe(root);
      }
    }
  });

  test('does not lead there from another place, over another size, or with a step changed', async () => {
    const root = treeHash(names(13)).toString('hex');
    const path = auditPath(6, names(13));
    for (let index = 0; index < 13; index += 1) {
      if (index === 6) continue;
      const node = await hashLeaf(bytesOf('leaf 6'));
      const found = await rootOfPath(node, index, 13, path.map(fromHex));
      expect(found && toHex(found), `as leaf ${index}`).not.toBe(root);
    }
    for (let step = 0; step < path.length; step += 1) {
      const changed = path.with(step, toHex(await sha256(bytesOf('other'))));
      expect(await follow(13, 6, changed)).not.toBe(root);
    }
  });

  test('is refused when it is longer or shorter than its place has it', async () => {
    const path = auditPath(6, names(13));
    expect(await follow(13, 6, path.slice(0, -1))).toBeUndefined();
    expect(await follow(13, 6, [...path, path[0] ?? ''])).toBeUndefined();
    expect(await follow(1, 0, [path[0] ?? ''])).toBeUndefined();
    expect(await follow(16, 6, path.slice(0, 3))).toBeUndefined();
  });
});
