package io.causerie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a real browser makes of what it is asked about passkeys, and the service of its answers. */
@BrowserTest
final class PasskeyTest {
  private static final String ACCOUNT =
      """
      insert into accounts (id, name, created_at, password_hash) values (1, 'Kim', now(),
        '$argon2id$v=19$m=1024,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg'
          || '$azTLujkK55NJiAE0/I6dV5rdvW8MXmLElyGGkdLnuXA')
      """;

  private static final String WALK =
      """
      async () => {
        const post = async (path, body) => {
          const answer = await fetch('/api/v1' + path, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          });
          if (!answer.ok) throw new Error(path + ': ' + await answer.text());
          return await answer.json();
        };
        const sign = async (path) => {
          const { ceremony, publicKey } = await post(path + '/options', {});
          const options = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey);
          const credential = await navigator.credentials.get({ publicKey: options });
          return await post(path, { ceremony, credential: credential.toJSON() });
        };

        await post('/session', { name: 'Kim', password: 'correct horse battery staple' });
        const { ceremony, publicKey } = await post('/account/passkeys/options', {});
        const options = PublicKeyCredential.parseCreationOptionsFromJSON(publicKey);
        const credential = await navigator.credentials.create({ publicKey: options });
        await post('/account/passkeys', { ceremony, name: 'Key', credential: credential.toJSON() });
        await fetch('/api/v1/session', { method: 'DELETE' });

        const { account } = await sign('/session/passkey');
        const confirmed = await sign('/session/confirmation/passkey');
        return [account.name, account.passkeys, confirmed.account.name].join();
      }
      """;

  @Test
  void itMakesOneAndSignsInAndConfirmsWithIt(Reader reader, ServiceProcess service)
      throws IOException {
    service.sql(ACCOUNT);
    putAuthenticator(reader);

    reader.open(service.origin().replace("127.0.0.1", "localhost") + "/demo/");

    assertThat(reader.page().evaluate(WALK)).isEqualTo("Kim,1,Kim");
  }

  private static void putAuthenticator(Reader reader) {
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    JsonObject authenticator = new JsonObject();
    authenticator.add("options", options);
    CDPSession devTools = reader.context().newCDPSession(reader.page());
    devTools.send("WebAuthn.enable");
    devTools.send("WebAuthn.addVirtualAuthenticator", authenticator);
  }
}
