import { globSync } from 'node:fs';
import { convertToTsx } from '@astrojs/astro2tsx';
import ts from 'typescript';

/** The sources of the site as one TypeScript program; an Astro file stands in it as `<name>.astro.tsx`. */
export function siteProgram(): ts.Program {
  const files = globSync('src/**/*.{ts,tsx,astro}').map((file) =>
    file.endsWith('.astro') ? `${file}.tsx` : file,
  );
  const config = ts.getParsedCommandLineOfConfigFile(
    'tsconfig.json',
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
      },
    },
  );
  const options = config?.options ?? {};
  const host = ts.createCompilerHost(options);
  const isAstro = (name: string) => name.endsWith('.astro.tsx');
  const source = (name: string) => name.slice(0, -'.tsx'.length);
  const { fileExists, readFile } = ts.sys;
  host.fileExists = (name) => fileExists(isAstro(name) ? source(name) : name);
  host.readFile = (name) =>
    isAstro(name)
      ? convertToTsx(readFile(source(name)) ?? '', { filename: source(name) }).code
      : readFile(name);
  host.getSourceFile = (name, target) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, target, true);
  };
  return ts.createProgram([...files, '.astro/types.d.ts'], options, host);
}
