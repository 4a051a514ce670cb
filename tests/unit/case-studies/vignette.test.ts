import { describe, expect, test } from 'vitest';
import { isWash } from '../../../src/components/vignette/ink';
import { only, paint } from '../../../src/components/vignette/scene';
import { washes } from '../../../src/components/vignette/washes';
import { scenes } from '../../../src/features/case-studies/scenes';
import { cases } from './cases';

const draw = (slug: string) => {
  const scene = scenes[slug];
  const facts = cases.find((each) => each.slug === slug)?.facts;
  if (!scene || !facts) throw new Error(`no picture for ${slug}`);
  return paint(only(scene, facts.vignette), slug);
};

describe('the vignettes', () => {
  test('are there for every case and for nothing else', () => {
    expect(Object.keys(scenes).sort()).toEqual(cases.map(({ slug }) => slug).sort());
  });

  test('differ from one another', () => {
    const pictures = cases.map(({ slug }) => JSON.stringify(draw(slug)));
    expect(new Set(pictures).size).toBe(cases.length);
  });
});

describe.each(cases)('the vignette of $slug', ({ slug, facts }) => {
  test('is composed of the parts its facts name', () => {
    const parts = new Set(scenes[slug]?.things.map(({ part }) => part));
    expect([...parts].sort()).toEqual([...facts.vignette].sort());
  });

  test('leaves out a part its facts do not name', () => {
    const [part = 'ridge', ...rest] = facts.vignette;
    const scene = scenes[slug];
    if (!scene) throw new Error(`no scene for ${slug}`);
    const without = { ...scene, things: scene.things.filter((thing) => thing.part !== part) };
    expect(only(scene, rest)).toEqual(without);
    expect(paint(only(scene, rest), slug)).not.toEqual(paint(scene, slug));
  });

  test('comes out the same in every build', () => {
    expect(draw(slug)).toEqual(draw(slug));
  });

  test('is made of finite numbers', () => {
    for (const { d } of draw(slug)) expect(d).toMatch(/^[MlqczZ\d .-]+$/);
  });

  test('is painted with washes that exist', () => {
    for (const { ink } of draw(slug)) if (isWash(ink)) expect(washes[ink]).toBeDefined();
  });

  test('stays under 48 KB', () => {
    expect(draw(slug).reduce((sum, { d }) => sum + d.length + 24, 0)).toBeLessThan(48 * 1024);
  });
});
