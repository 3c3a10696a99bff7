import DefaultTheme from 'vitepress/theme';
import LiveDesk from './LiveDesk.vue';
import './colours.css';

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => app.component('LiveDesk', LiveDesk),
};
