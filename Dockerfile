# One image for all stages: what runs is the command. The jars come from the checkout: build them first, with
#   ./newsmill version
FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --create-home newsmill && mkdir -p /data /opt/newsmill && chown newsmill /data
COPY app/target/newsmill/lib /opt/newsmill/lib
COPY newsmill /opt/newsmill/newsmill
COPY seeds /seeds
# The class data archive is made while the image is built, so that each container starts in half the time.
RUN /opt/newsmill/newsmill --make-archive && ln -s /opt/newsmill/newsmill /usr/local/bin/newsmill
USER newsmill
WORKDIR /data
ENV NEWSMILL_DATA=/data
VOLUME /data
ENTRYPOINT ["newsmill"]
CMD ["--help"]
