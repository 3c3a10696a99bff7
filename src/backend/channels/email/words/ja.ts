import type { Words } from './words.ts';

export const ja: Words = {
  direction: 'ltr',
  subject: 'コードは{code}です',
  preview: '10分間、1回だけ有効です',
  heading: 'ログイン用のコード',
  what: 'ヘルプ画面に入力すると、注文を確認できます。10分間、1回だけ有効です。',
  askedAt:
    '{time}に送信のご依頼を受けました。心当たりがない場合は、何もする必要はありません。コードがなければ誰もログインできません。',
  never: '電話やチャットでこのコードをお尋ねすることはありません。',
  linkSubject: 'ログイン用のリンク',
  linkPreview: '10分間、1回だけ有効です',
  linkWhat:
    'このアドレスで誤ったコードが何度も入力されたため、今回はリンクをお送りします。10分間、1回だけ有効です。',
  staffWhat:
    'このリンクから、お客様に返信するショップ用のコンソールを開けます。10分間、1回だけ有効です。続けて、パスキーまたは認証アプリのコードで確認します。',
  linkButton: 'ログイン',
  linkAskedAt:
    '{time}に送信のご依頼を受けました。心当たりがない場合は、何もする必要はありません。このリンクがなければ誰もログインできません。',
  linkNever: '電話やチャットでこのリンクをお尋ねすることはありません。',
  privacy: 'プライバシー',

  receipts: {
    cancelled: '注文 {number}をキャンセルしました',
    partCancelled: '注文 {number}の一部をキャンセルしました',
    edited: '注文 {number}を変更しました',
    returned: '注文 {number}の返品について',
    reported: '注文 {number}の問題に対応します',
    resent: 'もう一度、無料でお送りします。',
    kept: '注文 {number}の返品をキャンセルしました',
    undone: '注文 {number}を元に戻しました',
    inReview: '注文 {number}のご依頼を確認しています',
    reviewWhat: '承認するまで何も変わりません。結果はご連絡します。',
    undoneWhat: '変更を取り消しました。請求も返金もありません。',
    waits: '返品の到着後に返金します。',
    back: '{amount}を{method}に返金',
    paid: '{amount}を{method}で支払い',
    storeCredit: 'ストアクレジット',
    days: { other: '{to}営業日以内' },
    atOnce: 'すぐに',
    undoUntil: '{time}まで、ヘルプ画面で元に戻せます。',
    notYou: '心当たりがない場合は、すぐに{shop}までご連絡ください。',
    byShop: 'この手続きは{shop}が行いました。',
    undoneByShop: '変更を取り消しました。請求も返金もありません。',
    notRight: '内容に誤りがある場合は、{shop}までご連絡ください。',
  },

  reminders: {
    subject: '返品 {number}を{date}までにお送りください',
    notSeen: 'まだ返送を確認できていません。',
    ends: 'その日を過ぎると返品は無効になります。商品はお手元に残り、返金はありません。',
    held: 'その日を過ぎると返品は無効になります。商品はお手元に残り、お送りした商品の代金を請求します。',
    how: '必要なものは、ヘルプ画面の注文 {order}にあります。',
    sent: 'すでに発送済みの場合、お手続きは不要です。',
    soldOut: '返品 {number}：ご希望の交換品が売り切れました',
    choose: '{date}までに別の商品を選ぶか、返金を選んでください。',
    paidBack: 'その後は自動で返金します。',
  },

  conversations: {
    answered: '{shop}から返信がありました',
    transcript: '{shop}との会話',
    you: '自分',
    assistant: 'アシスタント',
    picture: '画像',
    goOn: 'ヘルプ画面で返信する',
    why: 'ヘルプ画面でご覧になっていない返信を、ご希望によりメールでお送りしています。',
    whyTranscript: 'ヘルプ画面でのご依頼により、お送りしました。',
  },

  alerts: {
    headings: {
      back: '{product}が再入荷しました',
      price: '{product}が値下げになりました',
      low: '{product}が残りわずかです',
    },
    what: {
      back: '{variant}を再びご購入いただけます。価格は{price}です。',
      price: '{variant}は現在{price}です。',
      low: { other: '{variant}：残り{left}点、{price}です。' },
    },
    see: '商品を見る',
    why: '{shop}へのご依頼により、1回だけお送りするメールです。',
    stop: 'このメールを停止する',
  },
};
