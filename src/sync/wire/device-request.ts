/**
 * How a device signs a request; there is no bearer token. The signature is ECDSA P-256/SHA-256 (P1363, base64url) by the
 * device's signing key over the UTF-8 of `deviceRequestText`. The hub accepts a time within 5 minutes of its own; one
 * refused for its time is answered 401 with `RequestRefusal`, so that the phone signs once more with the hub's time.
 * Not signed: `key` names the hub's seal key that the device holds, and only chooses under which key it is answered;
 * `brief` asks for verdicts as `BriefVerdict`, and says nothing but that the device understands them.
 */
export const deviceHeaders = {
  device: 'x-device',
  time: 'x-time',
  signature: 'x-signature',
  key: 'x-key',
  brief: 'x-brief',
} as const;

export const requestTolerance = 5 * 60_000;

export interface SignedRequest {
  readonly method: string;
  /** Path with its query, as sent: "/sync/changes?after=12". */
  readonly path: string;
  /** Base64url SHA-256 of the body's bytes; of zero bytes where there is none. */
  readonly bodyHash: string;
  /** ms since 1970, in decimal digits in the header. */
  readonly time: number;
}

/** Body of a 401 on a device's route. `time`: sign again with `hubTime`; `device`: unknown, forged or revoked, all alike. */
export interface RequestRefusal {
  readonly refused: 'time' | 'device';
  readonly hubTime: number;
}

/** What the device signs: "so-dan-so request v1", method, path, body hash, time, a line each. */
export function deviceRequestText(request: SignedRequest): string {
  return ['so-dan-so request v1', request.method.toUpperCase(), request.path, request.bodyHash, request.time].join(
    '\n',
  );
}
