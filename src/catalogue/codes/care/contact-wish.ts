import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** How a person wants to be reached; resupply is never arranged through the household's phone. */
export const contactWish: CodeList = {
  name: 'contact_wish',
  ...formSet,
  law: 'Luật 91/2025/QH15: xử lý dữ liệu theo mục đích người dân đồng ý',
  codes: [
    { key: 'own_number', label: { vi: 'Chỉ gọi số riêng', en: 'Own number only' } },
    { key: 'no_calls', label: { vi: 'Không gọi điện', en: 'No calls' } },
    { key: 'no_messages', label: { vi: 'Không nhắn tin', en: 'No messages' } },
  ],
};
