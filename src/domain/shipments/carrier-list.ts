/** A carrier as shoppers know it. `link` is its tracking page with {number} in it. */
export interface KnownCarrier {
  name: string;
  link?: string;
  /** Other codes it goes by; case, blanks and punctuation do not count. */
  also?: readonly string[];
}

export const carriers = {
  amazon: { name: 'Amazon', link: 'https://track.amazon.com/tracking/{number}', also: ['amzl'] },
  'an-post': {
    name: 'An Post',
    link: 'https://www.anpost.com/Post-Parcels/Track/History?item={number}',
  },
  'australia-post': {
    name: 'Australia Post',
    link: 'https://auspost.com.au/mypost/track/#/details/{number}',
    also: ['auspost'],
  },
  'austrian-post': {
    name: 'Österreichische Post',
    link: 'https://www.post.at/sv/sendungsdetails?snr={number}',
    also: ['post.at'],
  },
  bpost: { name: 'bpost', link: 'https://track.bpost.cloud/btr/web/#/search?itemCode={number}' },
  'canada-post': {
    name: 'Canada Post',
    link: 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}',
  },
  chronopost: {
    name: 'Chronopost',
    link: 'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={number}',
  },
  colissimo: {
    name: 'Colissimo',
    link: 'https://www.laposte.fr/outils/suivre-vos-envois?code={number}',
    also: ['la-poste'],
  },
  correos: {
    name: 'Correos',
    link: 'https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number={number}',
  },
  dhl: {
    name: 'DHL',
    link: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}',
    also: ['dhl-express', 'dhl-ecommerce', 'dhl-parcel'],
  },
  'dhl-de': {
    name: 'DHL',
    link: 'https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode={number}',
    also: ['dhl-paket', 'dhl-germany', 'deutsche-post'],
  },
  dpd: { name: 'DPD', link: 'https://tracking.dpd.de/status/en_US/parcel/{number}' },
  evri: { name: 'Evri', link: 'https://www.evri.com/track/parcel/{number}', also: ['hermes-uk'] },
  fedex: { name: 'FedEx', link: 'https://www.fedex.com/fedextrack/?trknbr={number}' },
  gls: { name: 'GLS', link: 'https://gls-group.com/GROUP/en/parcel-tracking?match={number}' },
  hermes: {
    name: 'Hermes',
    link: 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{number}',
    also: ['hermes-de', 'myhermes'],
  },
  inpost: { name: 'InPost', link: 'https://inpost.pl/sledzenie-przesylek?number={number}' },
  'japan-post': {
    name: 'Japan Post',
    link: 'https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1={number}&locale=en',
  },
  'mondial-relay': {
    name: 'Mondial Relay',
    link: 'https://www.mondialrelay.fr/suivi-de-colis?numeroExpedition={number}',
  },
  ontrac: { name: 'OnTrac', link: 'https://www.ontrac.com/tracking/?number={number}' },
  'poste-italiane': {
    name: 'Poste Italiane',
    link: 'https://www.poste.it/cerca/index.html#/risultati-spedizioni/{number}',
  },
  postnl: { name: 'PostNL', link: 'https://jouw.postnl.nl/track-and-trace/{number}' },
  postnord: { name: 'PostNord', link: 'https://tracking.postnord.com/en/tracking?id={number}' },
  'royal-mail': {
    name: 'Royal Mail',
    link: 'https://www.royalmail.com/track-your-item#/tracking-results/{number}',
    also: ['parcelforce'],
  },
  'swiss-post': {
    name: 'Die Post',
    link: 'https://service.post.ch/ekp-web/ui/entry/search/{number}',
    also: ['post.ch'],
  },
  ups: { name: 'UPS', link: 'https://www.ups.com/track?tracknum={number}' },
  usps: { name: 'USPS', link: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={number}' },
} as const satisfies Record<string, KnownCarrier>;

export type CarrierCode = keyof typeof carriers;

/** Who delivers at home under the Universal Postal Union's S10 numbers. */
export const postOfCountry: Record<string, CarrierCode> = {
  AT: 'austrian-post',
  AU: 'australia-post',
  BE: 'bpost',
  CA: 'canada-post',
  CH: 'swiss-post',
  DE: 'dhl-de',
  DK: 'postnord',
  ES: 'correos',
  FR: 'colissimo',
  GB: 'royal-mail',
  IE: 'an-post',
  IT: 'poste-italiane',
  JP: 'japan-post',
  NL: 'postnl',
  SE: 'postnord',
  US: 'usps',
};
