import { demoCommune } from '../../../src/sample/sample.ts';
import { fingerprintOf } from '../../../src/seal/hub-keys.ts';
import { findConsoleUser } from '../../auth/console-user.ts';
import { drawPassword, hashPassword } from '../../auth/password.ts';
import type { Hub } from '../../hub.ts';
import { activationLink, drawQr } from './activation-qr.ts';
import { issueCode } from './issue-code.ts';

const consoleName = 'captren';

/**
 * What a person needs to begin: the address, then fresh codes, each on a line of its own, and the same codes for a
 * phone's camera. The console's first password is shown until it was changed; after that nobody knows it but its owner.
 */
export async function printWelcome(hub: Hub, address: string): Promise<void> {
  const place = ['--place', demoCommune.communeCode];
  const officer = await issueCode(hub, ['--role', 'officer', ...place]);
  const collaborator = await issueCode(hub, ['--role', 'collaborator', ...place, '--village', '001']);
  const password = await freshPassword(hub);
  const fingerprint = await fingerprintOf(crypto.subtle, hub.keys.pinned);
  const lines = [
    `Sổ Dân Số: ${address}`,
    `place: ${demoCommune.communeCode}`,
    `officer: ${officer}`,
    `collaborator: ${collaborator}`,
    `console: ${consoleName} ${password}`,
    ...picture('Cán bộ xã / officer', activationLink(address, officer, fingerprint)),
    ...picture('Cộng tác viên / collaborator', activationLink(address, collaborator, fingerprint)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function picture(whose: string, link: string): readonly string[] {
  return ['', whose, link, drawQr(link, process.stdout.isTTY === true)];
}

async function freshPassword(hub: Hub): Promise<string> {
  const known = await hub.database.transaction(undefined, (tx) => findConsoleUser(tx, consoleName));
  if (known !== undefined && !known.isFirstPassword) return '(đã-đổi)';
  const password = drawPassword();
  const hash = await hashPassword(password);
  const at = hub.now();
  if (known === undefined) {
    await hub.run({ is: 'console_user', at, name: consoleName, fullName: 'Cán bộ cấp trên', role: 'approver', hash });
  } else await hub.run({ is: 'password', at, name: consoleName, hash, isFirst: true });
  return password;
}
