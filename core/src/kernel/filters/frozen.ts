/**
 * Freezes to the depths, in place: what one plugin is shown, the next one and core use after it. What is frozen
 * already is not gone through again, so that parts shared by many elements cost once.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value))
    return value;
  Object.freeze(value);
  if (Array.isArray(value)) for (const inner of value) frozen(inner);
  else for (const key in value) frozen(value[key]);
  return value;
}
