import type { Words } from './words.ts';

export const ar: Words = {
  direction: 'rtl',
  subject: 'رمزك هو {code}',
  preview: 'صالح لمدة 10 دقائق ولمرة واحدة',
  heading: 'رمز تسجيل الدخول',
  what: 'اكتبه في النافذة لترى طلباتك. وهو صالح لمدة 10 دقائق ولمرة واحدة.',
  askedAt: 'طُلب في الساعة {time}. لم تطلبه أنت؟ لا تفعل شيئًا؛ لا أحد يدخل بدون الرمز.',
  never: 'لا نطلب هذا الرمز أبدًا عبر الهاتف أو الدردشة.',
  privacy: 'الخصوصية',
};
