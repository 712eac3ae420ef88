import type {
  DocumentView,
  ExtraCharge,
  Finding,
  PlainDate,
  Ref,
  Sql,
  Tx,
  BillingChargesQuestion,
} from '@traliccio/sdk';
import { addDays } from '@traliccio/sdk';
import { viewOfDraft } from '../documents/draft.ts';
import type { Payer } from '../documents/parties.ts';
import { billsOf, fromExtra, fromFresh, fromOpen, isShown, type Bill, type Billable } from './bills.ts';
import { chargesOf, type ContractCharges, type GridOf, type Problem } from './charges.ts';
import { contractViewOf } from './contract-view.ts';
import { halve } from './halve.ts';
import { loadPage, type Page, type PageContract } from './page.ts';
import type { BillingLimits } from './settings.ts';
import { mediansOf, suspicionOf } from './suspicious.ts';

/** What planning asks of plugins. Each may throw an error that names the plugin. */
export interface PlanPorts {
  readonly gridOf: GridOf;
  hasCharges(): boolean;
  charges(
    tx: Tx,
    batch: readonly BillingChargesQuestion[],
    today: PlainDate,
  ): Promise<readonly (ExtraCharge & { plugin: string })[]>;
  check(tx: Tx, batch: readonly DocumentView[], today: PlainDate): Promise<readonly (Finding & Ref)[]>;
  /** Inside a transaction with its `sql`. */
  limits(sql?: Sql): Promise<BillingLimits>;
}

export type PlanQuestion = {
  readonly payerIds: readonly number[];
  /** What is due on or before this is billed. */
  readonly day: PlainDate;
  /** The date that the documents get. */
  readonly date: PlainDate;
  readonly except: ReadonlySet<number>;
  readonly lock: boolean;
  /** Fingerprints of bills that were checked already. */
  readonly checked: Set<string>;
};

/** What becomes of a bill: a document; nothing yet, since it is not positive; or a credit note, since no more will come. */
export type Outcome = 'issue' | 'wait' | 'credit';
export type PlannedBill = Bill & { readonly outcome: Outcome };

export type PlannedPage = {
  readonly page: Page;
  readonly charges: ReadonlyMap<number, ContractCharges>;
  readonly bills: readonly PlannedBill[];
  readonly parked: ReadonlyMap<number, Problem>;
};

/** Computes what some payers are billed. Reads only; the issue of a page is this again, and then the writing. */
export async function planPage(tx: Tx, ports: PlanPorts, question: PlanQuestion): Promise<PlannedPage> {
  const { day, date } = question;
  const page = await loadPage(tx, question);
  const parked = new Map<number, Problem>();
  const charges = new Map<number, ContractCharges>();
  for (const contract of page.contracts) {
    const answer = chargesOf(contract, page, { gridOf: ports.gridOf, day, date });
    if ('code' in answer) parked.set(contract.id, answer);
    else charges.set(contract.id, answer);
  }
  const billable = await billables(tx, ports, { page, charges, parked, question });
  const bills = await checkedBills(tx, ports, { page, billable, parked, question });
  return {
    page,
    charges,
    parked,
    bills: bills.map((bill) => ({ ...bill, outcome: outcomeOf(bill, page, { charges, day }) })),
  };
}

type Working = {
  readonly page: Page;
  readonly charges: Map<number, ContractCharges>;
  readonly parked: Map<number, Problem>;
  readonly question: PlanQuestion;
};

/** What each contract has to bill: what is missing, what plugins add, what has been waiting. */
async function billables(
  tx: Tx,
  ports: PlanPorts,
  { page, charges, parked, question }: Working,
): Promise<Map<number, Billable[]>> {
  const due = page.contracts.filter((c) => charges.get(c.id)?.held === false);
  const extras = ports.hasCharges()
    ? await extraCharges(tx, ports, { due, parked, question })
    : new Map<number, (ExtraCharge & { plugin: string })[]>();
  const billable = new Map<number, Billable[]>();
  for (const contract of due) {
    if (parked.has(contract.id)) continue;
    const payer = page.payers.get(contract.payerId) as Payer;
    const { view: issuer } = page.issuers.get(contract.issuerId)!;
    const parties = { issuer, payer, date: question.date };
    const fresh = [
      ...(charges.get(contract.id)?.fresh ?? []),
      ...(extras.get(contract.id) ?? []).map((e) => fromExtra(e, contract, parties)),
    ];
    const all = [...fresh.map(fromFresh), ...(page.open.get(contract.id) ?? []).map(fromOpen)];
    if (all.length > 0) billable.set(contract.id, all);
  }
  return billable;
}

async function extraCharges(
  tx: Tx,
  ports: PlanPorts,
  {
    due,
    parked,
    question,
  }: { due: readonly PageContract[]; parked: Map<number, Problem>; question: PlanQuestion },
): Promise<Map<number, (ExtraCharge & { plugin: string })[]>> {
  const questions = due.map((c): BillingChargesQuestion => ({
    id: c.id,
    contract: contractViewOf(c),
    until: question.day,
  }));
  const answers: (ExtraCharge & { plugin: string })[] = [];
  const ask = async (part: readonly BillingChargesQuestion[]): Promise<void> =>
    void answers.push(...(await ports.charges(tx, part, question.date)));
  await contained(question)(questions, ask, (q, problem) => parked.set(q.id, problem));
  const known = await chargedKeys(tx, answers);
  return Map.groupBy(
    answers.filter((a) => !known.has(`ext:${a.plugin}:${a.key}`)),
    (a) => a.ref,
  );
}

/**
 * In planning a plugin that throws is asked again for the halves. In issuing what it has written must go too: the
 * whole page is rolled back and halved.
 */
const contained = (question: PlanQuestion): typeof halve =>
  question.lock ? async (batch, work) => void (batch.length > 0 && (await work(batch))) : halve;

/** What a plugin asks for a second time has been charged already. */
async function chargedKeys(
  sql: Sql,
  answers: readonly (ExtraCharge & { plugin: string })[],
): Promise<Set<string>> {
  if (answers.length === 0) return new Set();
  const keys = answers.map((a) => `ext:${a.plugin}:${a.key}`);
  const rows = await sql.all<{ charge_key: string }>(
    `SELECT charge_key FROM charge WHERE charge_key IN (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  return new Set(rows.map((r) => r.charge_key));
}

/** Bills that nobody objects to. A contract that is parked leaves its bill, and the rest of it is looked at again. */
async function checkedBills(
  tx: Tx,
  ports: PlanPorts,
  work: Omit<Working, 'charges'> & { billable: Map<number, Billable[]> },
): Promise<Bill[]> {
  const { page, billable, parked, question } = work;
  const limits = await ports.limits(tx);
  for (;;) {
    const before = parked.size;
    for (const id of parked.keys()) billable.delete(id);
    const bills = billsOf(page, billable, question.date);
    const park = (bill: Bill, problem: Problem): void =>
      bill.contracts.forEach((c) => parked.set(c.id, problem));
    const medians = await mediansOf(tx, bills, limits);
    const sound = bills.filter((bill) => {
      const problem = suspicionOf(bill, { day: question.day, limits, medians });
      if (problem) park(bill, problem);
      return !problem;
    });
    const toCheck = sound.filter(
      (bill) => bill.draft.totals.total > 0 && !question.checked.has(fingerprint(bill, page)),
    );
    const findings = await askChecks(tx, ports, { bills: toCheck, question, park });
    for (const { bill, finding } of findings) {
      const culprit = contractOfLine(bill, finding.path);
      const problem = {
        code: `document.${finding.code}`,
        field: finding.path,
        message: finding.message,
        ...('plugin' in finding ? { plugin: String(finding.plugin) } : {}),
      };
      if (culprit === undefined) park(bill, problem);
      else parked.set(culprit, problem);
    }
    if (parked.size === before) {
      for (const bill of toCheck) question.checked.add(fingerprint(bill, page));
      return bills;
    }
  }
}

type Objection = { readonly bill: Bill; readonly finding: Finding };

async function askChecks(
  tx: Tx,
  ports: PlanPorts,
  {
    bills,
    question,
    park,
  }: { bills: readonly Bill[]; question: PlanQuestion; park: (bill: Bill, problem: Problem) => void },
): Promise<Objection[]> {
  const { date } = question;
  const items = bills.map((bill, i) => ({
    bill,
    view: viewOfDraft(bill.draft, {
      id: i + 1,
      number: null,
      date,
      dueDate: bill.draft.payment ? addDays(date, bill.draft.payment.days) : null,
      revision: 0,
    }),
  }));
  const objections: Objection[] = [];
  await contained(question)(
    items,
    async (part) => {
      for (const finding of await ports.check(
        tx,
        part.map((i) => i.view),
        date,
      )) {
        const bill = items[finding.ref - 1]?.bill;
        if (bill && finding.severity === 'error') objections.push({ bill, finding });
      }
    },
    (item, problem) => park(item.bill, problem),
  );
  return objections;
}

/** The contract whose line a finding is about, when it is about one line of several contracts. */
function contractOfLine(bill: Bill, path: string): number | undefined {
  const match = /DettaglioLinee\[(\d+)\]/.exec(path);
  if (!match) return undefined;
  return bill.draft.lines[Number(match[1]) - 1]?.contractId ?? undefined;
}

/** All that a bill's content depends on, so that what was checked in planning is not checked again in issuing. */
function fingerprint(bill: Bill, page: Page): string {
  const { draft } = bill;
  const contracts = bill.contracts.map((c) => `${c.id}.${c.version}`).join(',');
  const open = bill.charges.flatMap((c) => c.id ?? []).join(',');
  return `${draft.issuer.id}.${page.issuers.get(draft.issuer.id)?.version}|${draft.customer.id}.${page.payers.get(draft.customer.id)?.version}|${contracts}|${open}|${draft.lines.length}|${draft.totals.total}`;
}

function outcomeOf(
  bill: Bill,
  page: Page,
  { charges, day }: { charges: ReadonlyMap<number, ContractCharges>; day: PlainDate },
): Outcome {
  const { total } = bill.draft.totals;
  if (total > 0) return 'issue';
  if (total === 0)
    return page.issuers.get(bill.draft.issuer.id)?.zeroTotal === 'issue' && bill.charges.some(isShown)
      ? 'issue'
      : 'wait';
  const over = bill.contracts.every(
    (c) => c.endsOn !== null && c.endsOn <= day && charges.get(c.id)?.nextDue === null,
  );
  return over ? 'credit' : 'wait';
}
