/** Somebody who is at something. */
export type Present = { readonly id: number; readonly name: string };
/** Who is at what: `customer:12`. */
export type PresenceState = { readonly subject: string; readonly operators: readonly Present[] };

/** Whoever has not said again by then that he is there has left. */
export const KEPT_MS = 45_000;
/** One operator is not at more things at once: whatever he was at first is forgotten. */
const MOST = 20;

type Place = { readonly people: Map<number, { readonly name: string; readonly until: number }>; at: number };

/**
 * Who is at what, so that two don't change the same and the second is refused. It is said in passing, and kept in memory: those who
 * work through different processes don't see each other.
 */
export class Presence {
  readonly #places = new Map<string, Place>();
  readonly #onChange: () => void;
  readonly #now: () => number;
  #mark = 0;

  constructor(onChange: () => void, now: () => number = () => performance.now()) {
    this.#onChange = onChange;
    this.#now = now;
  }

  /** He is there, or still there. */
  come(subject: string, { id, name }: Present): void {
    this.#forgetOld();
    const mine = [...this.#places].filter(([other, { people }]) => other !== subject && people.has(id));
    for (const [other] of mine.slice(0, Math.max(0, mine.length - MOST + 1))) this.go(other, id);
    const place = this.#places.get(subject) ?? { people: new Map(), at: 0 };
    // Behind those that he came to before.
    this.#places.delete(subject);
    this.#places.set(subject, place);
    place.people.set(id, { name, until: this.#now() + KEPT_MS });
    this.#changed(place);
  }

  go(subject: string, id: number): void {
    const place = this.#places.get(subject);
    if (place?.people.delete(id)) this.#changed(place);
  }

  at(subject: string): readonly Present[] {
    const now = this.#now();
    return [...(this.#places.get(subject)?.people ?? [])]
      .filter(([, { until }]) => until > now)
      .map(([id, { name }]) => ({ id, name }));
  }

  /** What has changed since that mark, the earliest first; from 0, whoever is anywhere. */
  changesAfter(mark: number): readonly { readonly state: PresenceState; readonly at: number }[] {
    return [...this.#places]
      .filter(([, { at }]) => at > mark)
      .map(([subject, { at }]) => ({ state: { subject, operators: this.at(subject) }, at }))
      .filter(({ state }) => mark > 0 || state.operators.length > 0)
      .toSorted((a, b) => a.at - b.at);
  }

  #changed(place: Place): void {
    place.at = ++this.#mark;
    this.#onChange();
  }

  /** Those who listen have been told of them, or have let the time run out themselves. */
  #forgetOld(): void {
    const now = this.#now();
    for (const [subject, { people }] of this.#places) {
      for (const [id, { until }] of people) if (until + KEPT_MS < now) people.delete(id);
      if (people.size === 0) this.#places.delete(subject);
    }
  }
}
