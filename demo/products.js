/**
 * What Alder sells: the shop's own copy, as a storefront would hold it. Prices are euro cents.
 * The backend's sample shop names the same products; a test keeps the two in step.
 * `details` are close-ups of the drawing: x, y, width and height in its 200 x 240 grid.
 */
const letters = ['XS', 'S', 'M', 'L', 'XL'];
const shoes = ['36', '37', '38', '39', '40', '41', '42', '43', '44', '45'];
const coatDetails = [
  [62, 26, 76, 90],
  [44, 120, 76, 90],
];
const knitDetails = [
  [62, 36, 76, 90],
  [40, 140, 76, 90],
];

export const products = [
  {
    id: 'coat',
    name: 'Field coat',
    kind: 'Coats',
    anchor: 'coats',
    colour: 'Camel',
    price: 24900,
    sizes: letters,
    text: 'A double-faced wool coat, cut straight, made in Porto from recycled yarn.',
    facts: [
      ['Cloth', '80 % recycled wool, 20 % polyamide, 620 g'],
      ['Made', 'By Lanifício Serra, Porto'],
      ['Care', 'Brush after wear, air overnight, clean once a season'],
    ],
    details: coatDetails,
    with: ['knit', 'trousers', 'boot', 'beanie'],
  },
  {
    id: 'coat2',
    name: 'Harbour coat',
    kind: 'Coats',
    anchor: 'coats',
    colour: 'Ink',
    price: 26500,
    sizes: letters,
    text: 'The Field coat in a closer weave that keeps out sideways rain and shows no salt.',
    facts: [
      ['Cloth', 'Boiled wool, 700 g, waxed on the inside'],
      ['Made', 'By Lanifício Serra, Porto'],
      ['Care', 'Wipe with a damp cloth, re-wax every second winter'],
    ],
    details: coatDetails,
    with: ['knit3', 'shirt', 'boot', 'bag'],
  },
  {
    id: 'knit',
    name: 'Moss knit',
    kind: 'Knitwear',
    anchor: 'knitwear',
    colour: 'Green',
    price: 11400,
    sizes: letters,
    text: 'A moss-stitch jumper with a rolled neck. Knitted in one piece, so there is no seam to itch.',
    facts: [
      ['Yarn', 'Merino from the Alentejo, undyed and moss green twisted'],
      ['Made', 'By Malhas Ria, Barcelos'],
      ['Care', 'Wash by hand at 20 °C, dry flat'],
    ],
    details: knitDetails,
    with: ['coat', 'trousers', 'beanie', 'boot'],
  },
  {
    id: 'knit2',
    name: 'Aran knit',
    kind: 'Knitwear',
    anchor: 'knitwear',
    colour: 'Oat',
    price: 9600,
    was: 12900,
    sizes: ['S', 'M', 'L'],
    text: 'Undyed wool in the colour the sheep had. Thick enough to be a jacket until November.',
    facts: [
      ['Yarn', 'Undyed wool from Donegal, 5 ply'],
      ['Made', 'By Malhas Ria, Barcelos'],
      ['Care', 'Wash by hand at 20 °C, dry flat'],
    ],
    details: knitDetails,
    with: ['shirt', 'trousers', 'bag', 'sneaker'],
  },
  {
    id: 'knit3',
    name: 'Dusk knit',
    kind: 'Knitwear',
    anchor: 'knitwear',
    colour: 'Slate blue',
    price: 11400,
    sizes: letters,
    text: 'The Moss knit at the end of the day: blue from indigo leaves, a little different each batch.',
    facts: [
      ['Yarn', 'Merino from the Alentejo, indigo dyed'],
      ['Made', 'By Malhas Ria, Barcelos'],
      ['Care', 'Wash by hand at 20 °C, alone the first time'],
    ],
    details: knitDetails,
    with: ['coat2', 'trousers', 'sneaker', 'beanie'],
  },
  {
    id: 'shirt',
    name: 'Oxford shirt',
    kind: 'Shirts and trousers',
    anchor: 'shirts',
    colour: 'White',
    price: 8900,
    sizes: letters,
    text: 'A heavy Oxford with a soft collar, washed before it is cut so that it keeps its size.',
    facts: [
      ['Cloth', 'Organic cotton, 170 g'],
      ['Made', 'By Camisaria Vale, Guimarães'],
      ['Care', 'Machine wash at 40 °C'],
    ],
    details: [
      [62, 30, 76, 90],
      [90, 80, 70, 84],
    ],
    with: ['trousers', 'knit3', 'coat2', 'sneaker'],
  },
  {
    id: 'trousers',
    name: 'Pleat trousers',
    kind: 'Shirts and trousers',
    anchor: 'shirts',
    colour: 'Slate',
    price: 11900,
    sizes: ['34', '36', '38', '40', '42', '44'],
    text: 'One pleat, a high waist and a straight leg, with five centimetres of hem to let down.',
    facts: [
      ['Cloth', 'Wool and cotton twill, 320 g'],
      ['Made', 'By Camisaria Vale, Guimarães'],
      ['Care', 'Machine wash at 30 °C, hang to dry'],
    ],
    details: [
      [60, 26, 80, 96],
      [46, 130, 80, 96],
    ],
    with: ['shirt', 'knit', 'boot', 'coat'],
  },
  {
    id: 'boot',
    name: 'Trail boot',
    kind: 'Shoes, bags, a hat',
    anchor: 'shoes',
    colour: 'Chestnut',
    price: 21000,
    sizes: shoes,
    text: 'A walking boot that is allowed indoors. Stitched sole, so a cobbler can replace it.',
    facts: [
      ['Leather', 'Vegetable tanned, 2.2 mm, Alcanena'],
      ['Made', 'By Oficina Dias, Felgueiras'],
      ['Care', 'Grease twice a winter'],
    ],
    details: [
      [40, 66, 80, 96],
      [104, 110, 70, 84],
    ],
    with: ['trousers', 'coat', 'knit', 'bag'],
  },
  {
    id: 'sneaker',
    name: 'Court trainer',
    kind: 'Shoes, bags, a hat',
    anchor: 'shoes',
    colour: 'Chalk',
    price: 13500,
    sizes: shoes,
    text: 'A white trainer with nothing written on it.',
    facts: [
      ['Leather', 'Chrome-free nappa, cork insole'],
      ['Made', 'By Oficina Dias, Felgueiras'],
      ['Care', 'Wipe with soap and water'],
    ],
    details: [
      [40, 66, 80, 96],
      [104, 110, 70, 84],
    ],
    with: ['shirt', 'trousers', 'knit2', 'bag'],
  },
  {
    id: 'bag',
    name: 'Holm tote',
    kind: 'Shoes, bags, a hat',
    anchor: 'shoes',
    colour: 'Chestnut',
    price: 18500,
    sizes: [],
    text: 'Holds a laptop, a jumper and a loaf. Cut from one hide, so every one is a little different.',
    facts: [
      ['Leather', 'Vegetable tanned, 2.6 mm, Alcanena'],
      ['Made', 'By Oficina Dias, Felgueiras'],
      ['Size', '38 × 32 × 14 cm, 1.1 kg'],
    ],
    details: [
      [60, 34, 80, 96],
      [36, 120, 80, 96],
    ],
    with: ['coat2', 'knit2', 'boot', 'shirt'],
  },
  {
    id: 'beanie',
    name: 'Rib beanie',
    kind: 'Shoes, bags, a hat',
    anchor: 'shoes',
    colour: 'Rust',
    price: 3900,
    sizes: [],
    text: 'A deep rib that folds twice. Made from what is left on the cone after a jumper.',
    facts: [
      ['Yarn', 'Merino ends, so no two lots match'],
      ['Made', 'By Malhas Ria, Barcelos'],
      ['Care', 'Wash by hand at 20 °C'],
    ],
    details: [
      [60, 54, 80, 96],
      [60, 110, 70, 84],
    ],
    with: ['coat', 'knit', 'knit3', 'boot'],
  },
  {
    id: 'coffee',
    name: 'Morning coffee',
    kind: 'The shelf',
    anchor: 'shelf',
    colour: 'Whole bean, 250 g',
    price: 1400,
    sizes: [],
    text: 'What we drink in the workshop: a washed Sidama, roasted on Tuesdays.',
    facts: [
      ['From', 'Bensa, Sidama, 2,050 m'],
      ['Roasted', 'By Moinho, Porto'],
      ['Keeps', 'Best within six weeks'],
    ],
    details: [
      [60, 30, 80, 96],
      [62, 88, 70, 84],
    ],
    with: ['honey', 'oil', 'lemons', 'bag'],
  },
  {
    id: 'honey',
    name: 'Heather honey',
    kind: 'The shelf',
    anchor: 'shelf',
    colour: '500 g',
    price: 1200,
    sizes: [],
    text: 'Dark, a little bitter, from the hills the wool comes from.',
    facts: [
      ['From', 'Serra da Lousã'],
      ['Keeper', 'Apiário do Talasnal'],
      ['Keeps', 'Longer than any of us'],
    ],
    details: [
      [56, 40, 88, 106],
      [60, 104, 80, 96],
    ],
    with: ['coffee', 'oil', 'lemons', 'bag'],
  },
  {
    id: 'oil',
    name: 'First press oil',
    kind: 'The shelf',
    anchor: 'shelf',
    colour: '500 ml',
    price: 2200,
    sizes: [],
    text: 'Green oil from old Cobrançosa trees, pressed the night it is picked.',
    facts: [
      ['From', 'Mirandela, Trás-os-Montes'],
      ['Press', 'Lagar do Tua'],
      ['Keeps', 'Eighteen months, in the dark'],
    ],
    details: [
      [64, 26, 72, 86],
      [64, 114, 72, 86],
    ],
    with: ['honey', 'coffee', 'lemons', 'beanie'],
  },
  {
    id: 'lemons',
    name: 'Silves lemons',
    kind: 'The shelf',
    anchor: 'shelf',
    colour: '2 kg',
    price: 1600,
    sizes: [],
    text: 'Picked on Monday, in the post on Tuesday. The peel is for eating.',
    facts: [
      ['From', 'Silves, Algarve'],
      ['Grower', 'Quinta da Figueirinha'],
      ['Keeps', 'Three weeks in a bowl, six in the cold'],
    ],
    details: [
      [26, 70, 80, 96],
      [92, 104, 80, 96],
    ],
    with: ['honey', 'coffee', 'oil', 'bag'],
  },
];

const price = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const round = new Intl.NumberFormat('en-IE', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});

/** Shelf prices carry no cents when there are none; sums always do. */
export const euros = (cents) => price.format(cents / 100);
export const shelfPrice = (cents) => (cents % 100 === 0 ? round.format(cents / 100) : euros(cents));
export const findProduct = (id) => products.find((product) => product.id === id);
