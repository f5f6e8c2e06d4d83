/** The adapter as the SDK's samples make it; with signed tokens when the bench names an issuer of its own. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

export function stockAdapter() {
  const { BENCH_APP_ID, BENCH_METADATA_URL } = process.env;
  const settings = BENCH_APP_ID ? trusting(BENCH_APP_ID, BENCH_METADATA_URL) : {};
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings));
}

/** Every address but that of the keys is the SDK's own default. */
function trusting(appId, metadataUrl) {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'unused',
    MicrosoftAppType: 'MultiTenant',
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    CallerId: '',
  };
}

export function serve(bot) {
  const adapter = stockAdapter();
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, context => bot.run(context));
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
}
