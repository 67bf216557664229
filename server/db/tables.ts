import type { Generated } from 'kysely';

/* Rows as they stand in the database. Lists and states are JSON text; times are ms since 1970; bigint reads as number. */

export interface Tables {
  unit: {
    id: string;
    level: string;
    kind: string;
    code: string;
    name: string;
    parent: string | null;
    valid_from: string;
    valid_to: string | null;
    /** Codes of the units it was made of, "18070;18071". */
    predecessors: Generated<string>;
    /** The same as far as the hub knows them, a JSON list of ids; with "~" only a part of it came. */
    came_from: Generated<string>;
  };
  book: { book: string; commune: string; last_number: number };
  setting: { key: string; value: string };
  device_home: { device: string; book: string };
  activation_code: {
    selector: string;
    hash: string;
    book: string;
    role: string;
    places: string;
    user_name: string;
    valid_until: number;
    tries: number;
    /** ms since 1970; after too many wrong tries. */
    rests_until: Generated<number>;
    device: string | null;
    sign_key: string | null;
  };
  console_user: { name: string; full_name: string; role: string; hash: string; is_first_password: boolean };
  device: {
    book: string;
    id: string;
    user_id: string;
    user_name: string;
    role: string;
    places: string;
    epoch: number;
    status: string;
    sign_key: string;
    acked: number;
    chain: string;
    last_ms: number;
    last_counter: number;
    /** Number of the last order to erase that it has obeyed. */
    obeyed: Generated<number>;
    /** Villages that it kept before, a JSON list of {place, until}. */
    former: Generated<string>;
    /** '' · 'ordered' · 'done', and when it said so. */
    wipe: Generated<string>;
    wiped_at: Generated<number>;
    /** Key id and sealed rescue code; '' for none. */
    rescue: Generated<string>;
  };
  erasure: { book: string; number: number; record: string; at: number };
  op: { book: string; device: string; seq: number; place: string | null; line: string };
  verdict: { book: string; device: string; seq: number; verdict: string };
  record: { book: string; id: string; kind: string; place: string; state: string; digest: string; number: number };
  /** What the records of a place add up to; `digest` without its modulus. */
  place_sum: { book: string; place: string; records: number; digest: string };
  departure: { book: string; place: string; id: string; kind: string; number: number };
  parked: {
    book: string;
    device: string;
    envelope: string;
    first_seq: number;
    last_seq: number;
    chain: string;
    received_at: number;
    lines: string;
    hashes: string;
  };
  /** Ops on records that another device has still to bring back; stamp as answered. */
  early: {
    book: string;
    device: string;
    seq: number;
    record: string;
    line: string;
    ms: number;
    counter: number;
  };
  quarantine: {
    book: string;
    device: string;
    envelope: string;
    why: string;
    lines: string;
    decision: Generated<'' | 'taken' | 'dropped'>;
    /** JSON: for each line the number by which the hub wrote it into the book, or null. */
    taken: Generated<string>;
  };
  dirty: { book: string; month: string; number: number };
  sample_whole: { book: string; ops: number };
  cell_month: { book: string; month: string; number: number };
  cell: { book: string; period: string; place: string; indicator: string; value: number | null };
  audit: {
    book: string;
    n: number;
    at: number;
    actor: string;
    device: string;
    action: string;
    object: string;
    ground: string;
    previous: string;
    hash: string;
  };
  unit_change: {
    book: string;
    id: string;
    at: number;
    change: string;
    before: string;
    households: number;
    is_done: boolean;
    undone_by: string | null;
  };
  /** Where records of a book stand beside its own units, since a village left its commune or came to it. */
  shared_place: { book: string; place: string; is_whole: boolean };
  shared_book: { book: string; other: string; given: number };
  journal_position: { journal: string; position: number };
}
