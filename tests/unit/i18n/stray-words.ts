import { relative } from 'node:path';
import ts from 'typescript';

const chinese = /\p{Script=Han}/u;
const letters = /\p{L}/u;
const spoken = ['alt', 'aria-label', 'aria-roledescription', 'label', 'placeholder', 'title'];

/** What an element or a spoken attribute says, in any language; what any other string says in Chinese. */
function wordsIn(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) {
    const { parent } = node;
    const tag = ts.isJsxElement(parent) ? parent.openingElement.tagName.getText() : '';
    return letters.test(node.text) && !['style', 'script'].includes(tag) ? node.text : undefined;
  }
  const isText =
    ts.isStringLiteralLike(node) ||
    node.kind === ts.SyntaxKind.TemplateHead ||
    node.kind === ts.SyntaxKind.TemplateMiddle ||
    node.kind === ts.SyntaxKind.TemplateTail;
  if (!isText) return undefined;
  const { text } = node as ts.LiteralLikeNode;
  const isSpoken =
    ts.isJsxAttribute(node.parent) && spoken.includes(node.parent.name.getText().toLowerCase());
  return (isSpoken ? letters : chinese).test(text) ? text : undefined;
}

/** Texts for readers in the sources of the site that do not come from the dictionary. */
export function strayWords(program: ts.Program) {
  const found: { file: string; text: string }[] = [];
  for (const source of program.getSourceFiles()) {
    const file = relative('.', source.fileName).replace(/\.astro\.tsx$/, '.astro');
    if (!file.startsWith('src/') || file.startsWith('src/i18n/')) continue;
    (function visit(node: ts.Node) {
      const text = wordsIn(node);
      if (text) found.push({ file, text: text.trim() });
      ts.forEachChild(node, visit);
    })(source);
  }
  return found;
}
