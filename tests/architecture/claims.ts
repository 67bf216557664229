/**
 * Files outside the codecs by name that may claim a type (`as`), each with its reason: there bytes, a row or an answer
 * becomes data. An entry that has nothing left to claim fails the test.
 */
export const claims: { readonly [path: string]: string } = {
  'src/sync/wire/line.ts': 'a line becomes an op, after every key and bound was checked',
  'src/sync/records/columns/binary/foreign-page.ts': 'bytes become a page, after every number of it was checked',
  'src/sync/records/row.ts': 'an answer becomes rows, after every row was checked',
  'src/sync/wire/verdict-bytes.ts': 'a payload becomes a verdict, after it was checked',
  'server/auth/activation-code.ts': 'a row of the table of codes: its role was checked by the database',
  'server/auth/activation.ts': 'rows of devices and units: role and level were checked by the database',
  'server/auth/console-user.ts': 'a row of the table of console users: its role was checked by the database',
  'server/auth/policy.ts': 'the role of a device row, a text in the contract of the sync core',
  'server/command-line/arguments.ts': 'words of a command line, after they were checked against the known names',
  'server/command-line/control.ts': 'an answer over the socket in the own data folder',
  'server/db/postgresql.ts': 'an error of the driver',
  'server/durable/command.ts': 'an entry of the own journal, after its CRC',
  'server/durable/key-file.ts': 'the own key file',
  'server/sync/changes.ts': 'a stored record',
  'server/sync/device-rows.ts': 'a row of the table of devices',
  'server/sync/erasing/find-bodies.ts': 'stored lines and states, of which some are to be erased',
  'server/sync/erasing/make-substitutes.ts': 'stored verdicts',
  'server/sync/erasing/substitute.ts': 'an entry of the own journal that took the place of an envelope',
  'server/sync/founding/found-commune.ts': 'a stored founding',
  'server/sync/hub-transaction.ts': 'stored verdicts and records',
  'server/sync/waiting/parked-rows.ts': 'stored envelopes',
  'server/sync/units/apply-units.ts': 'stored changes of units',
  'server/sync/units/unit-rows.ts': 'rows of the table of units',
};

/** A file whose work is to turn bytes, rows or messages into data says so in its name. */
export function mayClaim(path: string): boolean {
  return /(^|[/-])(codec|schema)\.tsx?$/.test(path) || path in claims;
}
