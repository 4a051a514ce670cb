// The books as a child would keep them: every resident has a bag of coins, each marked with the year
// it was earned in. Nothing here knows of wallets, rows or locks.

/** Coins by the year they were earned in. */
export type Bag = Map<number, number>;

/** A call that is refused, with the codes it may be refused with. */
export class Refused extends Error {
  readonly codes: string[];
  constructor(...codes: string[]) {
    super(codes.join(' or '));
    this.codes = codes;
  }
}

/** One movement of coins that somebody may send again, take back or undo. */
export interface Entry {
  owner: number;
  kind: 'award' | 'redeem' | 'refund' | 'reverse' | 'adjust';
  /** Without the kind it begins with. */
  key: string;
  /** What a second sending must repeat. */
  content: string;
  amount: number;
  /** Which coins moved. */
  bag: Bag;
  /** The year it was posted in. */
  year: number;
  /** The key of what took it back. */
  correctedBy?: string;
}

export interface Resident {
  bag: Bag;
  /** Awards less those taken back, by year. */
  earned: Map<number, number>;
}

const add = (numbers: Map<number, number>, key: number, amount: number) =>
  numbers.set(key, (numbers.get(key) ?? 0) + amount);

const sum = (bag: Bag): number => [...bag.values()].reduce((one, two) => one + two, 0);

export class Books {
  residents: Resident[];
  entries: Entry[] = [];
  /** Coins that lapsed, by resident. */
  lapsed: number[];
  /** What is left of the envelope of a year. */
  envelopes: Map<number, number>;

  constructor(
    public year: number,
    people: number,
    readonly cap: number,
    readonly envelope: number,
    readonly prices: number[],
    public stock: number[],
    /** No year after it has an envelope. */
    readonly lastYear: number,
  ) {
    this.residents = Array.from({ length: people }, () => ({ bag: new Map(), earned: new Map() }));
    this.lapsed = Array.from({ length: people }, () => 0);
    this.envelopes = new Map();
  }

  resident(owner: number): Resident {
    const found = this.residents[owner];
    if (!found) throw new Error(`There is no resident ${owner}.`);
    return found;
  }

  left = (year: number): number => this.envelopes.get(year) ?? this.envelope;
  earned = (owner: number): number => this.resident(owner).earned.get(this.year) ?? 0;
  balance = (owner: number): number => sum(this.resident(owner).bag);

  /** Whether something was posted under this key already; refuses another content. */
  find(owner: number, kind: Entry['kind'], key: string, content: string): Entry | undefined {
    const found = this.entries.find(
      (one) => one.owner === owner && one.kind === kind && one.key === key,
    );
    if (found && found.content !== content) throw new Refused('key_reused');
    return found;
  }

  /** The oldest coins of a bag, as many as asked for. */
  take(owner: number, amount: number): Bag {
    const { bag } = this.resident(owner);
    if (sum(bag) < amount) throw new Refused('not_enough_coins');
    const taken: Bag = new Map();
    let missing = amount;
    for (const year of [...bag.keys()].toSorted()) {
      const part = Math.min(bag.get(year) ?? 0, missing);
      add(bag, year, -part);
      if (part > 0) add(taken, year, part);
      missing -= part;
    }
    return taken;
  }

  /** Puts coins into a bag; what is too old for it lapses at once. */
  give(owner: number, coins: Bag): void {
    for (const [year, amount] of coins) add(this.resident(owner).bag, year, amount);
    this.lapse();
  }

  earn(owner: number, year: number, amount: number): void {
    add(this.resident(owner).earned, year, amount);
    this.envelopes.set(year, this.left(year) - amount);
  }

  write(entry: Entry): Entry {
    this.entries.push(entry);
    return entry;
  }

  correct(entry: Entry, key: string): void {
    if (entry.correctedBy !== undefined) throw new Refused('corrected_already');
    entry.correctedBy = key;
  }

  turnTheYear(): void {
    this.year += 1;
    this.lapse();
  }

  private lapse(): void {
    this.residents.forEach(({ bag }, owner) => {
      for (const [year, amount] of bag) {
        if (year >= this.year - 1) continue;
        this.lapsed[owner] = (this.lapsed[owner] ?? 0) + amount;
        bag.delete(year);
      }
    });
  }
}
