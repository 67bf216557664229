import type { Role, UnitRow } from '../../src/sync/activation.ts';
import type { CommunesMerged, UnitsChange, VillageMoved } from '../../src/sync/units-change.ts';
import type { KnownUnit } from '../sync/units/unit-rows.ts';

/*
 * Everything that changes the hub for good, with its time and its chance already in it, so that applying it again from
 * the journal gives the same. Passwords and codes stand here as hashes only, ops sealed as they came.
 */

/** A unit with its validity; commune codes are used again, so the pair (code, validFrom) is the key of a commune. */
export interface FoundedUnit extends UnitRow {
  readonly validFrom: string;
}

/** What the demo's sample is drawn from, kept so that a first start that was cut off goes on where it stood. */
export interface SampleRecipe {
  readonly seed: number;
  readonly today: string;
  readonly writtenAt: number;
  /** Households of each village. */
  readonly households: readonly number[];
}

export interface NewDevice {
  readonly device: string;
  readonly user: string;
  readonly userName: string;
  readonly role: Role;
  readonly places: readonly string[];
  readonly signKey: string;
}

/** Who did what to what, on which ground. `device` and `ground` may be empty. Never a person's name. */
export interface AuditEntry {
  readonly book: string;
  readonly actor: string;
  readonly device: string;
  readonly action: string;
  readonly object: string;
  readonly ground: string;
}

/** What was kept aside becomes the book's, or stays out of it. */
export type AsideDecision = 'taken' | 'dropped';

interface Bodies {
  readonly found: {
    readonly units: readonly FoundedUnit[];
    readonly book: string;
    readonly commune: string;
    readonly author: NewDevice;
    readonly sample: SampleRecipe;
  };
  /** Places that an import brings, the commune's book, and the device that writes for it. */
  readonly settle: {
    readonly units: readonly (FoundedUnit & { readonly validTo: string; readonly predecessors?: string })[];
    readonly book: string;
    readonly commune: string;
    readonly author: NewDevice;
  };
  /** A change of a book's villages, as it was worked out; `author` writes what follows, `device` asked for it ("" = here). */
  readonly units: {
    readonly book: string;
    readonly id: string;
    readonly device: string;
    readonly change: UnitsChange;
    readonly units: readonly KnownUnit[];
    readonly gets: readonly { readonly has: string; readonly gets: string }[];
    readonly author: Omit<NewDevice, 'role' | 'places'>;
  };
  /** Communes became one: the change's books go into `book`, which is the new commune's. */
  readonly merge: {
    readonly book: string;
    readonly id: string;
    readonly change: CommunesMerged;
    readonly units: readonly KnownUnit[];
  };
  /** A village leaves the book's commune for that of `change.book`; the authors write in either what follows. */
  readonly move: {
    readonly book: string;
    readonly id: string;
    readonly change: VillageMoved;
    readonly units: readonly KnownUnit[];
    readonly author: Omit<NewDevice, 'role' | 'places'>;
    readonly otherAuthor: Omit<NewDevice, 'role' | 'places'>;
  };
  /** What `book` was written of people whom both books have, `into` gets too. */
  readonly share: { readonly book: string; readonly into: string };
  readonly units_done: { readonly book: string; readonly id: string; readonly households: number };
  /** Villages go from one device to another; `to` "" where nobody has them yet. */
  readonly hand_over: {
    readonly book: string;
    readonly from: string;
    readonly to: string;
    /** Mark of whoever gets a code for them. */
    readonly newcomer?: string;
    /** What stood in them, for minutes that are written again. */
    readonly counts?: string;
    readonly places: readonly string[];
    readonly actor: string;
    readonly ground: string;
  };
  /** Ops that came before their records, behind a restore, are merged into those that are back. */
  readonly come_back: { readonly book: string };
  readonly unit_list: { readonly units: readonly KnownUnit[] };
  readonly code: {
    readonly selector: string;
    readonly hash: string;
    readonly book: string;
    readonly role: Role;
    readonly places: readonly string[];
    readonly userName: string;
    readonly validUntil: number;
    /** What the same person still has unused for the same places ends. */
    readonly replaces?: true;
  };
  readonly activate: {
    readonly selector: string;
    readonly hash: string;
    readonly signKey: string;
    /** Ids that a new device and its user get, should the code be good. */
    readonly device: string;
    readonly user: string;
  };
  /** A device that a restored hub had lost, by this hub's own signed word. */
  readonly enrol: { readonly book: string; readonly author: NewDevice };
  readonly console_user: {
    readonly name: string;
    readonly fullName: string;
    readonly role: Role;
    readonly hash: string;
  };
  readonly password: { readonly name: string; readonly hash: string; readonly isFirst: boolean };
  readonly audit: AuditEntry;
  readonly erase: {
    readonly book: string;
    readonly actor: string;
    readonly ground: string;
    /** A record, and the facts that repeat its values. */
    readonly records: readonly string[];
    /** Months that the records counted in. */
    readonly months: readonly string[];
    /** What stands from now on in place of journal entries that held the records' ops. */
    readonly substitutes: readonly Substitute[];
  };
  /**
   * What becomes of envelopes that were kept aside of a device. taken: for each line the number by which the hub writes it
   * into the book, or null; worked out before, since lines may be erased by the time the journal is read again.
   */
  readonly decide: {
    readonly book: string;
    readonly device: string;
    readonly rows: readonly { readonly envelope: string; readonly taken: readonly (number | null)[] }[];
    readonly decision: AsideDecision;
    readonly actor: string;
    readonly ground: string;
  };
  /** Ends a device's work. `ground` may be empty; `aside`: what waits behind a gap is kept aside (hubs before 012 left it). */
  readonly revoke: {
    readonly device: string;
    readonly actor: string;
    readonly ground: string;
    readonly wipe?: true;
    readonly aside?: true;
  };
  /** A device leaves the code that opens it; `sealed`: key id and base64url, "k1 AAAA". */
  readonly rescue: { readonly book: string; readonly device: string; readonly sealed: string };
  /** A revoked device says that it has forgotten all that it held. */
  readonly wiped: { readonly book: string; readonly device: string };
  /** A device says up to which order it has erased. */
  readonly obeyed: { readonly book: string; readonly device: string; readonly number: number };
}

/** An envelope without the values that were erased, as a hub that builds its database anew needs it. */
export interface Substitute {
  /** Position of the entry that it stands for; the bytes there are blank. */
  readonly position: number;
  /** Position of the entry behind which it is applied: the same, but for an envelope that was parked until then. */
  readonly after: number;
  /** Sealed to the hub, base64. */
  readonly sealed: string;
}

export type CommandName = keyof Bodies;
/** `at`: ms since 1970. */
export type CommandOf<Is extends CommandName = CommandName> = {
  [Name in Is]: { readonly is: Name; readonly at: number } & Bodies[Name];
}[Is];

/** An accepted envelope is kept as the sync core's own journal entry: receipt time and bytes. */
export interface KeptEnvelope {
  readonly is: 'envelope';
  readonly entry: Uint8Array;
}

/** What an entry held was erased; see the command that says so for what stands in its place. */
export interface Blank {
  readonly is: 'blank';
}

const envelopeMark = 1;
const jsonMark = 2;
const blankMark = 3;

/** As long as the entry was: no position moves. */
export function writeBlank(length: number): Uint8Array {
  const payload = Buffer.alloc(length);
  payload[0] = blankMark;
  return payload;
}

/** A command in the room of a longer one. */
export function writeCommandWithin<Is extends CommandName>(command: CommandOf<Is>, length: number): Uint8Array {
  const bytes = writeCommand(command);
  if (bytes.length > length) throw new RangeError('the command does not fit');
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')]);
}

export function writeKeptEnvelope(entry: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(envelopeMark), entry]);
}

export function writeCommand<Is extends CommandName>(command: CommandOf<Is>): Uint8Array {
  return Buffer.concat([Uint8Array.of(jsonMark), Buffer.from(JSON.stringify(command))]);
}

/** One byte says which; an envelope's entry follows as it is, everything else as JSON. */
export function readKept(payload: Uint8Array): CommandOf | KeptEnvelope | Blank {
  const [mark] = payload;
  const rest = payload.subarray(1);
  if (mark === envelopeMark) return { is: 'envelope', entry: rest };
  if (mark === blankMark) return { is: 'blank' };
  if (mark !== jsonMark) throw new TypeError('an entry of a newer hub');
  return JSON.parse(Buffer.from(rest).toString()) as CommandOf;
}
