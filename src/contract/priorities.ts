/** How soon a conversation is looked at, beside how long it waits. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];
