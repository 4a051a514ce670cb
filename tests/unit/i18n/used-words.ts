import ts from 'typescript';

const inDictionary = (file: ts.SourceFile) =>
  /\/src\/i18n\/(zh-CN|en)(\.ts|\/)/.test(file.fileName);

/** The texts of the dictionary by their path, and those no source reads: `{ all, unused }`. */
export function wordsOf(program: ts.Program) {
  const checker = program.getTypeChecker();
  const file = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('i18n/zh-CN.ts'));
  const module = file && checker.getSymbolAtLocation(file);
  const root = module && checker.getExportsOfModule(module).find(({ name }) => name === 'zhCN');
  if (!root) throw new Error('src/i18n/zh-CN.ts has no zhCN.');

  const paths = new Map<ts.Node, string>();
  const groups = new Map<ts.Node, string>();
  const used = new Set<ts.Node>();

  const isGroup = (type: ts.Type) =>
    (type.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayLikeType(type);

  (function collect(type: ts.Type, path: string) {
    for (const property of checker.getPropertiesOfType(type)) {
      const name = `${path}${property.name}`;
      const inner = checker.getTypeOfSymbol(property);
      const node = property.valueDeclaration;
      if (!node) continue;
      if (isGroup(inner)) {
        groups.set(inner.symbol.valueDeclaration as ts.Node, name);
        collect(inner, `${name}.`);
      } else paths.set(node, name);
    }
  })(checker.getTypeOfSymbol(root), '');

  function useSymbol(symbol: ts.Symbol | undefined) {
    for (const node of symbol?.declarations ?? []) if (paths.has(node)) used.add(node);
  }

  /** The groups of the dictionary an expression may be. */
  const groupsOf = (type: ts.Type): ts.Type[] =>
    (type.isUnion() ? type.types : [type]).filter((part) =>
      part.symbol?.declarations?.some((node) => groups.has(node)),
    );

  function useAll(type: ts.Type) {
    for (const property of checker.getPropertiesOfType(type)) {
      useSymbol(property);
      for (const group of groupsOf(checker.getTypeOfSymbol(property))) useAll(group);
    }
  }

  const anything = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter;
  const isOpen = (type: ts.Type) =>
    (type.flags & anything) !== 0 || checker.getIndexInfosOfType(type).length > 0;

  /** What a place that takes any object of this shape may read of a group. */
  function useShape(group: ts.Type, shape: ts.Type) {
    if (groupsOf(shape).includes(group)) return;
    const parts = shape.isUnion() ? shape.types : [shape];
    if (parts.some(isOpen)) return useAll(group);
    for (const part of parts) {
      for (const wanted of checker.getPropertiesOfType(part)) {
        const property = checker.getPropertyOfType(group, wanted.name);
        if (!property) continue;
        useSymbol(property);
        for (const inner of groupsOf(checker.getTypeOfSymbol(property))) {
          useShape(inner, checker.getTypeOfSymbol(wanted));
        }
      }
    }
  }

  function useIndexed({ expression, argumentExpression }: ts.ElementAccessExpression) {
    const index = checker.getTypeAtLocation(argumentExpression);
    for (const group of groupsOf(checker.getTypeAtLocation(expression))) {
      const names = (index.isUnion() ? index.types : [index]).map((part) =>
        part.isStringLiteral() || part.isNumberLiteral() ? String(part.value) : undefined,
      );
      if (names.includes(undefined)) useAll(group);
      else for (const name of names) useSymbol(checker.getPropertyOfType(group, String(name)));
    }
  }

  function visit(node: ts.Node) {
    if (ts.isPropertyAccessExpression(node)) useSymbol(checker.getSymbolAtLocation(node.name));
    else if (ts.isElementAccessExpression(node)) useIndexed(node);
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) {
        const from = checker.getTypeAtLocation(node.parent);
        useSymbol(checker.getPropertyOfType(from, name.text));
      }
    }
    if (ts.isSpreadAssignment(node)) {
      for (const group of groupsOf(checker.getTypeAtLocation(node.expression))) useAll(group);
    }
    if (
      ts.isExpression(node) &&
      (ts.isIdentifier(node) ||
        ts.isPropertyAccessExpression(node) ||
        ts.isElementAccessExpression(node))
    ) {
      const own = groupsOf(checker.getTypeAtLocation(node));
      const shape = own.length > 0 ? checker.getContextualType(node) : undefined;
      if (shape) for (const group of own) useShape(group, shape);
    }
    ts.forEachChild(node, visit);
  }

  for (const source of program.getSourceFiles()) {
    if (source.fileName.includes('/node_modules/') || source.isDeclarationFile) continue;
    if (!inDictionary(source)) visit(source);
  }
  const unused = [...paths].filter(([node]) => !used.has(node)).map(([, path]) => path);
  return { all: [...paths.values()], unused };
}
