import type { ProofApi } from '../../api/proof-api.ts';
import type { ProofBench } from './proving.ts';

/** Loaded when somebody opens "Tình trạng máy". */
export function proofAnswers(bench: () => Promise<ProofBench>): ProofApi {
  const open = () => import('./proving.ts');
  return {
    proof: async () => (await open()).tellProof(await bench()),
    certify: async () => (await open()).certify(await bench()),
  };
}
