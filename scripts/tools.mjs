// Programs from outside npm that parts of the test suite need. Without one, those tests are skipped and say so.
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where "npm run setup:test" puts what it builds: outside the checkout, so that all checkouts share it. */
export const builtFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'traliccio-test');

export function ferretdbProgram() {
  return builtFrom('ferretdb', ['main.go', 'go.mod', 'go.sum']);
}

export function schemathesisProgram() {
  return builtFrom('schemathesis', ['requirements.txt']);
}

/** Its name says what it was built from. */
function builtFrom(name, files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(new URL(`${name}/${file}`, import.meta.url)));
  return `${name}-${hash.digest('hex').slice(0, 12)}`;
}

export const tools = [
  {
    name: 'MariaDB server',
    programs: ['mariadbd', 'mariadb-install-db', 'my_print_defaults'],
    debianPackages: ['mariadb-server-core', 'mariadb-client-core'],
  },
  { name: 'xmllint', programs: ['xmllint'], debianPackages: ['libxml2-utils'] },
  {
    name: 'Poppler tools',
    programs: ['pdfdetach', 'pdftotext', 'pdffonts', 'pdftoppm'],
    debianPackages: ['poppler-utils'],
  },
  { name: 'unzip', programs: ['unzip'], debianPackages: ['unzip'] },
  { name: 'qpdf', programs: ['qpdf'], debianPackages: ['qpdf'] },
  { name: 'ZBar', programs: ['zbarimg'], debianPackages: ['zbar-tools'] },
  { name: 'Chromium', programs: ['chromium'], debianPackages: ['chromium'] },
  // Debian has no MongoDB. Any that a developer has will do, too.
  { name: 'FerretDB', programs: process.env.MONGODB_URL ? [] : [ferretdbProgram()], isBuilt: true },
  {
    name: 'Schemathesis',
    programs: [schemathesisProgram()],
    debianPackages: ['python3-venv'],
    isBuilt: true,
  },
];

export function missingTools() {
  return tools.filter((tool) => !tool.programs.every(findProgram));
}

/** The path of a program, looked for where servers are too, which a user's PATH often leaves out. */
export function findProgram(program) {
  const elsewhere = ['/usr/sbin', '/usr/local/sbin', '/usr/local/go/bin', builtFolder];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...elsewhere];
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
