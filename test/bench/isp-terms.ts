/** An ISP of any size, made by arithmetic: the same every time. */
export type IspOptions = {
  /** One of each customer. */
  readonly contracts: number;
  /** How many of them are due on the day; the others are a month later. All when not given. */
  readonly dueThen?: number;
  readonly due: string;
  /** Months billed before, with their documents and charges. */
  readonly history?: number;
};

export const ITEMS = [
  { item: 'main', description: 'Internet wireless 100/20', price: 2_450, included: 0 },
  { item: 'ip', description: 'Indirizzo IP statico', price: 366, included: 1 },
  { item: 'voip', description: 'Linea telefonica VoIP', price: 500, included: 0 },
] as const;
export const PAGE = 2000;
