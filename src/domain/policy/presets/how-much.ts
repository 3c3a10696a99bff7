import type { FollowUp } from '../../../contract/follow-ups.ts';

/** What sizes are made better by: how far off this one was. */
export const howMuch: FollowUp = {
  id: 'how_much',
  question: { en: 'By how much?', de: 'Um wie viel?', ar: 'ما مقدار الفرق؟' },
  answers: [
    { id: 'a_little', text: { en: 'A little', de: 'Ein wenig', ar: 'قليلًا' } },
    { id: 'a_size', text: { en: 'A size', de: 'Eine Größe', ar: 'مقاس واحد' } },
    { id: 'more', text: { en: 'More', de: 'Mehr', ar: 'أكثر' } },
  ],
};
