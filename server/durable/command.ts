import type { Role, UnitRow } from '../../src/sync/activation.ts';

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
  readonly code: {
    readonly selector: string;
    readonly hash: string;
    readonly book: string;
    readonly role: Role;
    readonly places: readonly string[];
    readonly userName: string;
    readonly validUntil: number;
  };
  readonly activate: {
    readonly selector: string;
    readonly hash: string;
    readonly signKey: string;
    /** Ids that a new device and its user get, should the code be good. */
    readonly device: string;
    readonly user: string;
  };
  readonly console_user: {
    readonly name: string;
    readonly fullName: string;
    readonly role: Role;
    readonly hash: string;
  };
  readonly password: { readonly name: string; readonly hash: string; readonly isFirst: boolean };
  readonly audit: AuditEntry;
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

const envelopeMark = 1;
const jsonMark = 2;

export function writeKeptEnvelope(entry: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(envelopeMark), entry]);
}

export function writeCommand<Is extends CommandName>(command: CommandOf<Is>): Uint8Array {
  return Buffer.concat([Uint8Array.of(jsonMark), Buffer.from(JSON.stringify(command))]);
}

/** One byte says which; an envelope's entry follows as it is, everything else as JSON. */
export function readKept(payload: Uint8Array): CommandOf | KeptEnvelope {
  const [mark] = payload;
  const rest = payload.subarray(1);
  if (mark === envelopeMark) return { is: 'envelope', entry: rest };
  if (mark !== jsonMark) throw new TypeError('an entry of a newer hub');
  return JSON.parse(Buffer.from(rest).toString()) as CommandOf;
}
