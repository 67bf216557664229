import type { Activation, ActivationError } from '../../sync/activation.ts';
import { isCount, isDeviceId, isId, isObject, type Json } from '../../sync/wire/bounds.ts';
import { isPinnedKeys } from '../../sync/wire/hub-keys.ts';
import { isSigned } from '../../sync/wire/verdict-bytes.ts';

const errors: readonly string[] = ['wrong_code', 'used_code', 'expired_code', 'too_many_tries', 'bad_request'];
const roles: readonly unknown[] = ['collaborator', 'officer', 'viewer', 'approver', 'administrator'];

/** Reads the answer of `POST /activate` strictly: a captive portal's page is `undefined`. */
export function readActivation(json: unknown): Activation | undefined {
  return isObject(json) && isActivation(json) ? (json as unknown as Activation) : undefined;
}

/** Reads its refusal, `{"error": …}`; anything else is no answer of a hub. */
export function readActivationError(json: unknown): ActivationError | undefined {
  const error = isObject(json) ? json.error : undefined;
  return typeof error === 'string' && errors.includes(error) ? (error as ActivationError) : undefined;
}

function isActivation(json: Json): boolean {
  const { device, user, userName, role, book, places, units, epoch, hubEpoch, hubTime, pinWindowDays } = json;
  const isNamed =
    isDeviceId(device) && isId(user) && typeof userName === 'string' && roles.includes(role) && isId(book);
  const isCounted = [epoch, hubEpoch, hubTime].every(isCount) && (pinWindowDays === null || isCount(pinWindowDays));
  const isPlaced = Array.isArray(places) && places.every(isId) && Array.isArray(units) && units.every(isUnit);
  return (
    isNamed &&
    isCounted &&
    isPlaced &&
    isColleagues(json.colleagues) &&
    isPinnedKeys(json.keys) &&
    isLease(json.lease) &&
    (json.enrolment === undefined || isSigned(json.enrolment))
  );
}

function isColleagues(colleagues: unknown): boolean {
  if (colleagues === undefined) return true;
  const isOne = (one: unknown) => isObject(one) && isId(one.user) && typeof one.name === 'string';
  return Array.isArray(colleagues) && colleagues.every(isOne);
}

/** A unit as a phone keeps it; its days are text, absent from hubs that know none. */
export function isUnit(unit: unknown): boolean {
  if (!isObject(unit) || !isId(unit.id) || !(unit.parent === null || isId(unit.parent))) return false;
  const { level, kind, code, name, validFrom = '', validTo = '', went = '', came = '', part = '' } = unit;
  return [level, kind, code, name, validFrom, validTo, went, came, part].every((text) => typeof text === 'string');
}

function isLease(lease: unknown): boolean {
  return isObject(lease) && [lease.until, lease.pinUntil].every((time) => time === null || isCount(time));
}
