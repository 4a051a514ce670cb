import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

const runs = (java: string): boolean => {
  try {
    execFileSync(java, ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The Java that runs the W3C validator: the machine's, or on Debian as root one installed for it. */
export function findJava(): string {
  const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : 'java';
  if (runs(java)) return java;
  if (userInfo().uid === 0) {
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
      execFileSync('apt-get', ['install', '-y', '-qq', 'default-jre-headless'], {
        stdio: 'ignore',
      });
    } catch {
      // Not Debian, or no package server: the sentence below says what is missing.
    }
    if (runs('java')) return 'java';
  }
  throw new Error('The W3C validator needs Java 11 or newer: install one or set JAVA_HOME.');
}
