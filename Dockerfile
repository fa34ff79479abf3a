FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY sql sql
COPY src src
RUN mvn -q -DskipTests -Dspotless.check.skip package

FROM eclipse-temurin:17-jre
# PostgreSQL refuses to run as root, and nothing here needs it.
RUN useradd --system --uid 10001 --home-dir /data causerie \
    && install -d -o causerie -g causerie -m 700 /data
COPY --from=build /build/target/causerie.jar /opt/causerie.jar
USER causerie
WORKDIR /data
VOLUME /data
ENV CAUSERIE_HOST=0.0.0.0 \
    CAUSERIE_PORT=8080 \
    CAUSERIE_DATA=/data \
    JAVA_OPTS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
STOPSIGNAL SIGTERM
# bash speaks TCP itself, so the image needs no curl.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$CAUSERIE_PORT && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
# The words after the image's name are the command: serve, demo, site add …
ENTRYPOINT ["bash", "-c", "exec java $JAVA_OPTS -jar /opt/causerie.jar \"$@\"", "causerie"]
