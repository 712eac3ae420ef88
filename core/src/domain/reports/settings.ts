import { Type } from 'typebox';
import { coreSetting } from '../../kernel/settings/core-setting.ts';

/** Traliccio does not conserve the originals: it only keeps in mind who does, and what was handed over when. */
export const CONSERVATION_BY = coreSetting({
  name: 'documents.conservation_by',
  label: {
    it: 'Dove si fa la conservazione a norma delle fatture (per esempio il commercialista)',
    en: 'Where the invoices are conserved by the law (the accountant, for instance)',
  },
  schema: Type.String({ maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]*$' }),
  default: '',
});

export const CONSERVATION_EXPORTED_ON = coreSetting({
  name: 'documents.conservation_exported_on',
  label: {
    it: 'Ultima consegna delle fatture a chi le conserva (AAAA-MM-GG)',
    en: 'When the invoices were last handed to who conserves them (YYYY-MM-DD)',
  },
  schema: Type.String({ pattern: '^((19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$' }),
  default: '',
});

export const reportSettings = [CONSERVATION_BY, CONSERVATION_EXPORTED_ON] as const;
