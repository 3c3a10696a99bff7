import DefaultTheme from 'vitepress/theme';
import { h } from 'vue';
import desk from '../../pictures/desk.png';
import LiveDesk from './LiveDesk.vue';
import './colours.css';

const alt = 'The desk open on a shop’s page, on a desktop and on a phone';

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, {
      'home-hero-image': () => h('img', { class: 'desk', src: desk, alt }),
    }),
  enhanceApp: ({ app }) => app.component('LiveDesk', LiveDesk),
};
