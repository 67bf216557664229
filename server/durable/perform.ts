import { type ActivatedDevice, activateDevice, issueCode } from '../auth/activation-code.ts';
import { addConsoleUser, setPassword } from '../auth/console-user.ts';
import { enrolDevice } from '../auth/enrol.ts';
import { type HandedOver, handOver } from '../auth/hand-over.ts';
import { keepRescue } from '../auth/rescue.ts';
import { keepWiped, type Revoked, revokeDevice } from '../auth/revoke.ts';
import type { Tx } from '../db/database.ts';
import { keepObeyed } from '../sync/contact.ts';
import { type Erased, eraseRecords } from '../sync/erasing/erase-records.ts';
import { foundCommune } from '../sync/founding/found-commune.ts';
import { settlePlaces } from '../sync/settle-places.ts';
import { applyUnits, finishUnits, listUnitRows } from '../sync/units/apply-units.ts';
import { mergeBooks } from '../sync/units/merge-books.ts';
import { applyMove } from '../sync/units/move/apply-move.ts';
import { type Given, giveShared } from '../sync/units/move/share-records.ts';
import { bringEarly } from '../sync/waiting/bring-early.ts';
import { decideAside } from '../sync/waiting/decide-aside.ts';
import { appendAudit } from './audit-chain.ts';
import type { CommandName, CommandOf } from './command.ts';
import { keep, type Performed } from './performed.ts';

interface Results {
  readonly found: null;
  readonly settle: null;
  readonly units: null;
  readonly merge: null;
  readonly move: null;
  readonly share: readonly Given[];
  readonly units_done: null;
  readonly hand_over: HandedOver;
  readonly come_back: number;
  readonly unit_list: null;
  readonly code: null;
  readonly activate: ActivatedDevice;
  readonly enrol: boolean;
  readonly console_user: null;
  readonly password: null;
  readonly audit: null;
  readonly erase: Erased;
  readonly obeyed: null;
  readonly decide: null;
  readonly revoke: Revoked;
  readonly rescue: null;
  readonly wiped: null;
}

type Handlers = {
  readonly [Is in CommandName]: (tx: Tx, command: CommandOf<Is>) => Promise<Performed<Results[Is]>>;
};

/** The same hands for a request and for a replay of the journal. */
const handlers: Handlers = {
  found: foundCommune,
  settle: settlePlaces,
  units: applyUnits,
  merge: mergeBooks,
  move: applyMove,
  share: giveShared,
  units_done: finishUnits,
  hand_over: handOver,
  come_back: bringEarly,
  unit_list: listUnitRows,
  code: issueCode,
  activate: activateDevice,
  enrol: enrolDevice,
  console_user: addConsoleUser,
  password: setPassword,
  erase: eraseRecords,
  obeyed: keepObeyed,
  decide: decideAside,
  revoke: revokeDevice,
  rescue: keepRescue,
  wiped: keepWiped,
  audit: async (tx, command) => {
    await appendAudit(tx, command, command.at);
    return keep(null);
  },
};

export function perform<Is extends CommandName>(tx: Tx, command: CommandOf<Is>): Promise<Performed<Results[Is]>> {
  return handlers[command.is](tx, command);
}

export type ResultOf<Is extends CommandName> = Results[Is];
