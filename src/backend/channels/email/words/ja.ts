import type { Words } from './words.ts';

export const ja: Words = {
  direction: 'ltr',
  subject: 'コードは{code}です',
  preview: '10分間、1回だけ有効です',
  heading: 'ログイン用のコード',
  what: 'パネルに入力すると、注文を確認できます。10分間、1回だけ有効です。',
  askedAt:
    '{time}に送信を依頼されました。心当たりがない場合、操作は不要です。コードなしでは誰もログインできません。',
  never: '電話やチャットでこのコードをお尋ねすることはありません。',
  linkSubject: 'ログイン用のリンク',
  linkPreview: '10分間、1回だけ有効です',
  linkWhat:
    'このアドレスで誤ったコードが何度も入力されたため、今回はリンクをお送りします。10分間、1回だけ有効です。',
  staffWhat:
    'このリンクで、ショップのお客さまに返信するコンソールが開きます。10分間、1回だけ有効です。続けてパスキーか認証アプリのコードで確認します。',
  linkButton: 'ログイン',
  linkAskedAt:
    '{time}に送信を依頼されました。心当たりがない場合、操作は不要です。このリンクなしでは誰もログインできません。',
  linkNever: '電話やチャットでこのリンクをお尋ねすることはありません。',
  privacy: 'プライバシー',

  receipts: {
    cancelled: '注文 {number}をキャンセルしました',
    partCancelled: '注文 {number}の一部をキャンセルしました',
    edited: '注文 {number}を変更しました',
    returned: '注文 {number}の返品について',
    reported: '注文 {number}の問題に対応します',
    resent: 'もう一度、無料でお送りします。',
    kept: '返品を取り消しました：注文 {number}',
    undone: '注文 {number}を元に戻しました',
    inReview: '注文 {number}のご依頼を確認しています',
    reviewWhat: '承認するまで何も変わりません。結果はご連絡します。',
    undoneWhat: '変更を取り消しました。請求も返金もありません。',
    waits: '返品が届いたあとに返金します。',
    back: '{amount}を{method}に返金',
    paid: '{amount}を{method}で支払い',
    storeCredit: 'ストアクレジット',
    days: { other: '{to}営業日以内' },
    atOnce: 'すぐに',
    undoUntil: '{time}まで、パネルで元に戻せます。',
    notYou: '心当たりがない場合は、すぐに{shop}までご連絡ください。',
    byShop: 'これは{shop}が行いました。',
    undoneByShop: '変更を取り消しました。請求も返金もありません。',
    notRight: '内容に誤りがある場合は、{shop}までご連絡ください。',
  },

  reminders: {
    subject: '返品 {number}を{date}までにお送りください',
    notSeen: 'まだ返送を確認できていません。',
    ends: 'その日を過ぎると返品は自動で終了します。商品はお手元に残り、返金はありません。',
    held: 'その日を過ぎると返品は自動で終了します。商品はお手元に残り、お送りした商品の代金を請求します。',
    how: '必要なものは、パネルの注文 {order}にあります。',
    sent: 'すでに送られた場合、お手続きは不要です。',
    soldOut: '返品 {number}：ご希望の商品は売り切れました',
    choose: '{date}までに別の商品を選ぶか、返金を選んでください。',
    paidBack: 'その日を過ぎると、代金は自動で返金します。',
  },

  conversations: {
    answered: '{shop}から返信がありました',
    transcript: '{shop}との会話',
    you: '自分',
    assistant: 'アシスタント',
    picture: '画像',
    goOn: 'パネルで返信する',
    why: 'パネルで見ていない返信をメールで受け取る設定になっています。',
    whyTranscript: 'パネルでのご依頼によりお送りしました。',
  },

  alerts: {
    headings: {
      back: '{product}が再入荷しました',
      price: '{product}が値下げになりました',
      low: '{product}が残りわずかです',
    },
    what: {
      back: '{variant}が再び購入できます。価格は{price}です。',
      price: '{variant}は現在{price}です。',
      low: '{variant}：残り{left}点、{price}です。',
    },
    see: '見る',
    why: '{shop}へのご依頼により、このメールを1回だけお送りしました。',
    stop: 'このメールを停止する',
  },
};
