import type { FollowUp } from '../../../contract/follow-ups.ts';

/** What sizes are made better by: how far off this one was. */
export const howMuch: FollowUp = {
  id: 'how_much',
  question: {
    ...{ en: 'By how much?', de: 'Um wie viel?', fr: 'De combien\u202f?', es: '¿Por cuánto?' },
    ...{
      it: 'Di quanto?',
      nl: 'Hoeveel scheelt het?',
      pt: 'Por quanto?',
      ja: 'どのくらい違いますか',
    },
    ...{ ar: 'ما مقدار الفرق؟', he: 'בכמה?' },
  },
  answers: [
    {
      id: 'a_little',
      text: {
        ...{ en: 'A little', de: 'Ein wenig', fr: 'Un peu', es: 'Un poco', it: 'Di poco' },
        ...{ nl: 'Een beetje', pt: 'Um pouco', ja: '少し', ar: 'قليلًا', he: 'קצת' },
      },
    },
    {
      id: 'a_size',
      text: {
        ...{ en: 'A size', de: 'Eine Größe', fr: 'Une taille', es: 'Una talla' },
        ...{ it: 'Di una taglia', nl: 'Eén maat', pt: 'Um tamanho', ja: '1サイズ' },
        ...{ ar: 'مقاس واحد', he: 'מידה אחת' },
      },
    },
    {
      id: 'more',
      text: {
        ...{ en: 'More', de: 'Mehr', fr: 'Plus', es: 'Más', it: 'Di più', nl: 'Meer' },
        ...{ pt: 'Mais', ja: 'それ以上', ar: 'أكثر', he: 'יותר' },
      },
    },
  ],
};
