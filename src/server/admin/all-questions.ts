import type { Bus, Clock, Shops, Storage } from '../../backend/ports.ts';
import { createConversationDesk } from '../../backend/services/conversation-desk.ts';
import { createStaffDesk } from '../../backend/services/staff-desk.ts';
import { conversationAskOf, conversationQuestions } from './conversation-questions.ts';
import { customerAskOf, customerQuestions } from './customer-questions.ts';
import { outboxDesk, outboxQuestions } from './outbox-questions.ts';
import type { Questions } from './questions.ts';
import { settlingQuestions, type SettlingAsk } from './settling-questions.ts';
import { staffAskOf, staffQuestions } from './staff-questions.ts';

interface Parts {
  storage: Storage;
  shops: Shops;
  bus: Bus;
  clock: Clock;
  settling: SettlingAsk;
}

/** All that the CLI may ask of a running server. */
export function allQuestions({ storage, shops, bus, clock, settling }: Parts): Questions {
  const conversations = createConversationDesk({ store: storage.conversations, bus, clock });
  const people = createStaffDesk({ store: storage.staff, clock });
  return {
    ...outboxQuestions(outboxDesk(storage, clock)),
    ...settlingQuestions(settling),
    ...conversationQuestions(conversationAskOf(conversations, shops)),
    ...customerQuestions(customerAskOf(storage, shops, clock)),
    ...staffQuestions(staffAskOf(people, shops)),
  };
}
