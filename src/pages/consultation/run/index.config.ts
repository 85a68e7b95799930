export default definePageConfig({ navigationBarTitleText: '会商进行中' });
