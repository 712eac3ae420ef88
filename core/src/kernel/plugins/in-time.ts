/** What `work` gives, or, when it takes too long, the error that `late` makes of it; `work` is left behind then. */
export async function inTime<T>(
  timeoutMs: number,
  work: () => T | Promise<T>,
  late: (seconds: number) => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late(timeoutMs / 1000)), timeoutMs);
  });
  try {
    return await Promise.race([(async () => work())(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
