import type { DocumentKind } from '@traliccio/sdk';

/** Liquid source of one message. Its variables are those of `values.ts`. */
export type MessageTemplate = { readonly subject: string; readonly text: string; readonly html: string };
export type Templates = Readonly<Record<DocumentKind, MessageTemplate>> & {
  /** The SMS about an invoice: one message long, whoever writes it. */
  readonly sms: string;
};

/** The page around a message; mail programs know little more than paragraphs. */
export const page = (language: 'it' | 'en', body: string): string => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#f2f5f8">
<div style="max-width:560px;margin:0 auto;padding:28px 32px;background:#fff;border-radius:6px;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#1c2430">
${body}
</div>
</body>
</html>`;
/** The box with the amount. */
export const box = (body: string): string =>
  `<div style="margin:20px 0;padding:14px 18px;background:#f2f5f8;border-left:3px solid #1f4e79">${body}</div>`;
export const big = (body: string): string =>
  `<div style="font-size:24px;font-weight:bold;color:#1f4e79">${body}</div>`;
export const small = (body: string): string => `<p style="font-size:13px;color:#5c6672">${body}</p>`;
