import { parentPort } from 'node:worker_threads';
import { loadFonts } from './fonts.ts';
import type { Job, JobResult } from './job.ts';
import { LogoCache } from './logo.ts';
import { renderPdf } from './render.ts';

const fonts = loadFonts();
const logos = new LogoCache();

parentPort?.on('message', (job: Job) => void answer(job));

async function answer({ id, request, color }: Job): Promise<void> {
  try {
    const logo = request.logo && (await logos.read(request.logo));
    const bytes = await renderPdf(request, { fonts, logo, color });
    parentPort?.postMessage({ id, bytes } satisfies JobResult, [bytes.buffer]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, error: reason } satisfies JobResult, []);
  }
}
