// Programs from outside npm that parts of the test suite need. Without one, those tests are skipped and say so.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

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
  { name: 'qpdf', programs: ['qpdf'], debianPackages: ['qpdf'] },
];

export function missingTools() {
  return tools.filter((tool) => !tool.programs.every(findProgram));
}

/** The path of a program, looked for where servers are too, which a user's PATH often leaves out. */
export function findProgram(program) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
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
