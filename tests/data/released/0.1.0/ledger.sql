-- A ledger with its embedded index, as version 0.1.0 (schema of the ledger 0001, of the index 1) wrote it. See README.md.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE articles (
	"key" VARCHAR(32) NOT NULL, 
	url TEXT NOT NULL, 
	original_url TEXT NOT NULL, 
	host VARCHAR(255) NOT NULL, 
	feed_id VARCHAR(200) NOT NULL, 
	guid TEXT, 
	policy VARCHAR(10) NOT NULL, 
	title TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	content TEXT NOT NULL, 
	authors JSON NOT NULL, 
	tags JSON NOT NULL, 
	language VARCHAR(8), 
	published VARCHAR(27), 
	published_raw TEXT, 
	published_source VARCHAR(20), 
	first_seen_at VARCHAR(27) NOT NULL, 
	state VARCHAR(12) NOT NULL, 
	stage VARCHAR(10), 
	reason TEXT, 
	attempts INTEGER NOT NULL, 
	next_try VARCHAR(27), 
	lease_owner VARCHAR(100), 
	lease_until VARCHAR(27), 
	fetched_at VARCHAR(27), 
	http_status INTEGER, 
	final_url TEXT, 
	archive_ref TEXT, 
	payload_hash VARCHAR(64), 
	etag TEXT, 
	last_modified TEXT, 
	rights JSON NOT NULL, 
	indexed_at VARCHAR(27), 
	content_hash VARCHAR(64), 
	revision INTEGER NOT NULL, 
	story_id VARCHAR(32), 
	event_id VARCHAR(32), 
	extraction_status VARCHAR(20), 
	detected_language VARCHAR(8), 
	topics JSON NOT NULL, 
	silent BOOLEAN NOT NULL, 
	CONSTRAINT pk_articles PRIMARY KEY ("key")
);
CREATE TABLE feeds (
	id VARCHAR(200) NOT NULL, 
	url TEXT NOT NULL, 
	effective_url TEXT NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	next_due VARCHAR(27) NOT NULL, 
	interval_seconds INTEGER NOT NULL, 
	etag TEXT, 
	last_modified TEXT, 
	body_hash VARCHAR(64), 
	item_hashes BLOB, 
	last_polled_at VARCHAR(27), 
	last_success_at VARCHAR(27), 
	last_new_at VARCHAR(27), 
	last_full_get_at VARCHAR(27), 
	last_outcome VARCHAR(40), 
	last_status INTEGER, 
	last_error TEXT, 
	errors_in_a_row INTEGER NOT NULL, 
	failing_since VARCHAR(27), 
	moved_to TEXT, 
	moved_polls INTEGER NOT NULL, 
	gaps INTEGER NOT NULL, 
	missed_estimate FLOAT NOT NULL, 
	last_gap_at VARCHAR(27), 
	rhythm JSON NOT NULL, 
	lease_owner VARCHAR(100), 
	lease_until VARCHAR(27), 
	CONSTRAINT pk_feeds PRIMARY KEY (id)
);
CREATE TABLE hosts (
	host VARCHAR(255) NOT NULL, 
	next_slot_at VARCHAR(27), 
	pause_until VARCHAR(27), 
	CONSTRAINT pk_hosts PRIMARY KEY (host)
);
CREATE TABLE matches (
	rule_id VARCHAR(100) NOT NULL, 
	story_id VARCHAR(32) NOT NULL, 
	article_key VARCHAR(32) NOT NULL, 
	matched_at VARCHAR(27) NOT NULL, 
	evidence JSON NOT NULL, 
	mail_id VARCHAR(64), 
	note VARCHAR(40), 
	CONSTRAINT pk_matches PRIMARY KEY (rule_id, story_id)
);
CREATE TABLE meta (
	"key" VARCHAR(100) NOT NULL, 
	value JSON NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
);
CREATE TABLE outbox (
	id VARCHAR(64) NOT NULL, 
	message_id VARCHAR(300) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	rule_id VARCHAR(100), 
	recipient TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	message TEXT NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	created_at VARCHAR(27) NOT NULL, 
	attempts INTEGER NOT NULL, 
	next_try VARCHAR(27), 
	sent_at VARCHAR(27), 
	last_error TEXT, 
	lease_owner VARCHAR(100), 
	lease_until VARCHAR(27), 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT uq_outbox_message_id_recipient UNIQUE (message_id, recipient)
);
CREATE TABLE rules (
	id VARCHAR(100) NOT NULL, 
	query_hash VARCHAR(64) NOT NULL, 
	every VARCHAR(100) NOT NULL, 
	watermark VARCHAR(27) NOT NULL, 
	next_due VARCHAR(27), 
	first_seen_at VARCHAR(27) NOT NULL, 
	paused_at VARCHAR(27), 
	last_run_at VARCHAR(27), 
	last_match_at VARCHAR(27), 
	last_error TEXT, 
	failing_since VARCHAR(27), 
	CONSTRAINT pk_rules PRIMARY KEY (id)
);
CREATE TABLE runs (
	id VARCHAR(32) NOT NULL, 
	stage VARCHAR(10) NOT NULL, 
	worker VARCHAR(100) NOT NULL, 
	started_at VARCHAR(27) NOT NULL, 
	ended_at VARCHAR(27), 
	claimed INTEGER NOT NULL, 
	new INTEGER NOT NULL, 
	counts JSON NOT NULL, 
	lag_p50 FLOAT, 
	lag_p95 FLOAT, 
	error TEXT, 
	CONSTRAINT pk_runs PRIMARY KEY (id)
);
CREATE TABLE site_files (
	origin VARCHAR(300) NOT NULL, 
	name VARCHAR(10) NOT NULL, 
	status INTEGER, 
	body TEXT, 
	final_url TEXT, 
	fetched_at VARCHAR(27), 
	expires_at VARCHAR(27) NOT NULL, 
	failing_since VARCHAR(27), 
	error TEXT, 
	CONSTRAINT pk_site_files PRIMARY KEY (origin, name)
);
CREATE TABLE stories (
	id VARCHAR(32) NOT NULL, 
	first_article_key VARCHAR(32) NOT NULL, 
	created_at VARCHAR(27) NOT NULL, 
	last_joined_at VARCHAR(27) NOT NULL, 
	size INTEGER NOT NULL, 
	outlets JSON NOT NULL, 
	event_id VARCHAR(32) NOT NULL, 
	event_norm FLOAT NOT NULL, 
	CONSTRAINT pk_stories PRIMARY KEY (id)
);
CREATE TABLE story_anchors (
	anchor BIGINT NOT NULL, 
	event_id VARCHAR(32) NOT NULL, 
	seen_hour INTEGER NOT NULL, 
	CONSTRAINT pk_story_anchors PRIMARY KEY (anchor, event_id)
)
 WITHOUT ROWID;
CREATE TABLE story_prints (
	print BIGINT NOT NULL, 
	article_key VARCHAR(32) NOT NULL, 
	seen_hour INTEGER NOT NULL, 
	CONSTRAINT pk_story_prints PRIMARY KEY (print, article_key)
)
 WITHOUT ROWID;
CREATE TABLE told (
	recipient VARCHAR(254) NOT NULL, 
	story_id VARCHAR(32) NOT NULL, 
	mail_id VARCHAR(64) NOT NULL, 
	told_at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_told PRIMARY KEY (recipient, story_id)
);
CREATE TABLE troubles (
	"key" VARCHAR(300) NOT NULL, 
	told_at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_troubles PRIMARY KEY ("key")
);
CREATE TABLE aliases (
	"key" VARCHAR(32) NOT NULL, 
	article_key VARCHAR(32) NOT NULL, 
	url TEXT NOT NULL, 
	why VARCHAR(20) NOT NULL, 
	seen_at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_aliases PRIMARY KEY ("key"), 
	CONSTRAINT fk_aliases_article_key_articles FOREIGN KEY(article_key) REFERENCES articles ("key") ON DELETE CASCADE, 
	CONSTRAINT uq_aliases_key_article_key UNIQUE ("key", article_key)
);
CREATE TABLE sightings (
	article_key VARCHAR(32) NOT NULL, 
	feed_id VARCHAR(200) NOT NULL, 
	guid TEXT, 
	url TEXT NOT NULL, 
	title TEXT NOT NULL, 
	seen_at VARCHAR(27) NOT NULL, 
	last_seen_at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_sightings PRIMARY KEY (article_key, feed_id), 
	CONSTRAINT fk_sightings_article_key_articles FOREIGN KEY(article_key) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE TABLE story_members (
	article_key VARCHAR(32) NOT NULL, 
	story_id VARCHAR(32) NOT NULL, 
	outlet VARCHAR(200) NOT NULL, 
	published VARCHAR(27) NOT NULL, 
	joined_at VARCHAR(27) NOT NULL, 
	signature BLOB, 
	CONSTRAINT pk_story_members PRIMARY KEY (article_key), 
	CONSTRAINT fk_story_members_story_id_stories FOREIGN KEY(story_id) REFERENCES stories (id) ON DELETE CASCADE
);
CREATE VIRTUAL TABLE "index_words_1" USING fts5 (title, summary, body, tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'");
CREATE TABLE "index_generations" (number INTEGER PRIMARY KEY AUTOINCREMENT, state TEXT NOT NULL, version INTEGER NOT NULL);
CREATE TABLE "index_others" (kind TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, source TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE "index_docs_1" (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, indexed_at INTEGER NOT NULL, url TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE "index_values_1" (doc INTEGER NOT NULL, field TEXT NOT NULL, text TEXT, number REAL);
CREATE INDEX ix_articles_first_seen_at ON articles (first_seen_at);
CREATE INDEX ix_articles_host ON articles (host);
CREATE INDEX ix_articles_indexed_at ON articles (indexed_at);
CREATE INDEX ix_articles_state_next_try ON articles (state, next_try);
CREATE INDEX ix_articles_story_id ON articles (story_id);
CREATE INDEX ix_feeds_state_next_due ON feeds (state, next_due);
CREATE INDEX ix_matches_article_key ON matches (article_key);
CREATE INDEX ix_matches_mail_id ON matches (mail_id);
CREATE INDEX ix_matches_story_id ON matches (story_id);
CREATE INDEX ix_outbox_state_next_try ON outbox (state, next_try);
CREATE INDEX ix_runs_stage_started_at ON runs (stage, started_at);
CREATE INDEX ix_stories_event_id_last_joined_at ON stories (event_id, last_joined_at);
CREATE INDEX ix_stories_last_joined_at ON stories (last_joined_at);
CREATE INDEX ix_told_mail_id ON told (mail_id);
CREATE INDEX ix_told_story_id ON told (story_id);
CREATE INDEX ix_aliases_article_key ON aliases (article_key);
CREATE INDEX ix_sightings_feed_id_guid ON sightings (feed_id, guid);
CREATE INDEX ix_story_members_joined_at ON story_members (joined_at);
CREATE INDEX ix_story_members_story_id ON story_members (story_id);
CREATE INDEX "index_by_at_1" ON "index_docs_1" (indexed_at);
CREATE INDEX "index_by_text_1" ON "index_values_1" (field, text, doc);
CREATE INDEX "index_by_number_1" ON "index_values_1" (field, number, doc);
CREATE INDEX "index_by_doc_1" ON "index_values_1" (doc);
INSERT INTO "alembic_version" (version_num) VALUES ('0001');
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('00cc19bad3424fb93c5bcdb88818c7ec', 'http://www.hangang-ilbo.example/article/view.php?idxno=204881', 'http://www.hangang-ilbo.example/article/view.php?idxno=204881', 'www.hangang-ilbo.example', 'hangang-ilbo', 'tag:www.hangang-ilbo.example,2025:kremlin-bukhan-gunsa-jiwon', 'full', '크렘린 "조약 따라 북한에 군사 지원 가능"…파병 시인 하루 만', '러시아 대통령실이 2024년 체결한 북러 조약을 근거로 북한에 대한 군사 지원 가능성을 공식 확인했다.', '', '["\uc815\ud558\uc724 \uae30\uc790"]', '["\ubd81\ud55c", "\ub7ec\uc2dc\uc544"]', 'ko', '2026-11-25T00:06:00.000000Z', '2026-11-25 09:06:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.284983Z', 200, 'http://www.hangang-ilbo.example/article/view.php?idxno=204881', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#15993+3139', '108f2c15de1ee04eb83500f2a2598403ad2bba93f4dce35dc992520fa510a730', '"108f2c15de1ee04e"', 'Wed, 25 Nov 2026 00:06:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://www.hangang-ilbo.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:13.878592Z', '39f73868074f94759ebe52288e8c2555b348f43cfcde08680b49fb90f1678c29', 0, '0fb641dfefe1acf21267acb86fbefe46', 'b3eb8bc9d2d5697e2dd1746b3f0e68ab', 'full', 'ko', '[{"topic": "korean-peninsula", "about": true}, {"topic": "russia-dprk", "about": true}, {"topic": "ukraine-war", "about": false}]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('0bd1ec7802814892bcad4ecc04f59a9b', 'http://www.fil-littoral.example/?p=4812', 'http://www.fil-littoral.example/?p=4812', 'www.fil-littoral.example', 'fil-littoral', 'tag:www.fil-littoral.example,2025:aide-militaire-russe', 'full', 'Corée du Nord : une aide militaire russe jugée possible par le Kremlin', 'La présidence russe rappelle que le traité signé en juin 2024 prévoit un secours mutuel.', '', '["AFI"]', '["monde"]', 'fr', '2026-11-24T23:51:00.000000Z', 'Wed, 25 Nov 2026 00:51:00 +0100', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.288476Z', 200, 'http://www.fil-littoral.example/?p=4812', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#274+1529', 'dbcff451edd4846fd4e00aefa1df0a6ebd69255b15df21f669b757333240ed5f', '"dbcff451edd4846f"', 'Tue, 24 Nov 2026 23:51:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://www.fil-littoral.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:13.878592Z', '8f1656b7f23f1850ca6886f46a201c847c0cd7a679350210cd9156bf775234e8', 0, '0425007396457c196f3b5a4d87b34618', '4fac8fac3751ebc8358ae8fecfd3a5b7', 'full', 'fr', '[{"topic": "korean-peninsula", "about": true}, {"topic": "russia-dprk", "about": true}, {"topic": "ukraine-war", "about": false}]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('1040287e81eb6182b168e4736e4aec7c', 'http://volzhsky-vestnik.example/news/70108.html', 'http://volzhsky-vestnik.example/news/70108.html', 'volzhsky-vestnik.example', 'volzhsky-vestnik', 'tag:volzhsky-vestnik.example,2025:gazoprovod-kitay', 'full', 'Россия и Китай сверили график строительства газопровода', 'Стороны договорились о сроках поставки труб и о порядке расчётов в юанях. Цена газа осталась предметом переговоров.', '', '["\u041d\u0430\u0442\u0430\u043b\u044c\u044f \u0415\u0440\u043c\u043e\u043b\u0438\u043d\u0430"]', '["\u044d\u043a\u043e\u043d\u043e\u043c\u0438\u043a\u0430", "\u041a\u0438\u0442\u0430\u0439"]', 'ru', '2026-11-24T19:11:00.000000Z', 'Tue, 24 Nov 2026 23:11:00 +0400', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.292415Z', 200, 'http://volzhsky-vestnik.example/news/70108.html', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#28536+2513', '72cc651d73b73addf7274d4c02fe348f3779c38da2e18b58a88bfca96a24f32e', '"72cc651d73b73add"', 'Tue, 24 Nov 2026 19:11:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://volzhsky-vestnik.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:13.878592Z', '4face023d5a55555994d943e876851b5a1fe551b5867e5fe3552c57c8ccc6723', 0, '20a463e16ec9a7ba7b2563f753b4f250', '88535dbc470d14faeea17af7f767a5db', 'full', 'ru', '[{"topic": "russia-china", "about": true}]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('1955e1114d4398300a41cfc08c1e81ce', 'http://www.harbour-courier.example/news/kim-judo-coach', 'http://www.harbour-courier.example/news/kim-judo-coach', 'www.harbour-courier.example', 'harbour-courier', 'tag:www.harbour-courier.example,2025:kim-judo-coach', 'full', 'Kim''s last throw: the coach who built a judo club in a fish market', 'For thirty-one years Margaret Kim has taught the children of the north docks to fall. On Saturday she hangs up her belt.', '', '["Priya Nandakumar"]', '["sport", "judo"]', 'en', '2026-11-23T20:56:00.000000Z', 'Mon, 23 Nov 2026 20:56:00 +0000', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.292694Z', 200, 'http://www.harbour-courier.example/news/kim-judo-coach', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#2279+2601', '46a9540910ff6ae5d4c7b639557e3f817bfd818a676031de7328970ea9a1c5ff', '"46a9540910ff6ae5"', 'Mon, 23 Nov 2026 20:56:00 GMT', '{"robots": "allowed", "tdm": "none", "robots_evidence": "http://www.harbour-courier.example:80/robots.txt allows veille", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:55+00:00"}', '2026-11-25T02:34:13.878592Z', 'a57a681f8134798084ff18e3bfc9de34abbb2c5b9beb2556a56bc2b801dd7846', 0, '2706bb5cbfca7f1ee39e032cb163fb30', '7a22d31104f03315b87f6f8e9815d1b8', 'full', 'en', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('1c009971d9aeb7a163f46fdcb5b05161', 'http://www.harbour-courier.example/news/lighthouse-bus', 'http://www.harbour-courier.example/news/lighthouse-bus', 'www.harbour-courier.example', 'harbour-courier', 'tag:www.harbour-courier.example,2025:lighthouse-bus', 'full', 'The number 9 bus will reach the lighthouse again', 'Four years after the coast road slipped into the sea, a new stretch opens behind the dunes.', '', '["Priya Nandakumar"]', '["local", "transport"]', 'en', '2026-11-21T23:36:00.000000Z', 'Sat, 21 Nov 2026 23:36:00 +0000', 'feed', '2026-11-25T02:33:53.404517Z', 'failed', 'fetch', 'timed-out: read timeout', 1, '2026-11-25T02:34:59.663660Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"robots": "allowed", "tdm": "none", "robots_evidence": "http://www.harbour-courier.example:80/robots.txt allows veille", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('1d0e9006d91d495bb208a276afdb48cb', 'http://www.gazette-rhone.example/actualites/handball-villefranche.html', 'http://www.gazette-rhone.example/actualites/handball-villefranche.html', 'www.gazette-rhone.example', 'gazette-rhone', 'tag:www.gazette-rhone.example,2025:handball-villefranche', 'full', 'Handball : Villefranche renverse Chambéry et prend la tête', 'Menées de cinq buts à la pause, les joueuses de Villefranche ont remporté dimanche un match que personne ne leur voyait gagner.', '', '["Malik Benhaddou"]', '["sport", "handball"]', 'fr', '2026-11-24T09:46:00.000000Z', 'Tue, 24 Nov 2026 10:46:00 +0100', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.296653Z', 200, 'http://www.gazette-rhone.example/actualites/handball-villefranche.html', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#31529+2836', '276bea9000971aaa7a0551e652dc9bbcdba7000d74b8d74eaf35550ace7590e1', '"276bea9000971aaa"', 'Tue, 24 Nov 2026 09:46:00 GMT', '{"robots": "allowed", "tdm": "none", "robots_evidence": "http://www.gazette-rhone.example:80/robots.txt allows veille", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:13.878592Z', '2e33f55399ec2424109c3e0f332a1cad374d9997e8da3dea631d75ae01e497dc', 0, '3fbcd44d5034b0954ec50e49b19bcb40', '33bfaf32ce2a4cf457891e5330b1b6eb', 'full', 'fr', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('1e48489cfd4ed52e772a924d58ba0364', 'http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359', 'http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359', 'www.tribune-leman.example', 'tribune-leman', 'tag:www.tribune-leman.example,2025:bateau-savoie-courrier', 'full', 'Le courrier traverse de nouveau le lac en bateau à vapeur', 'Pendant un mois, un sac postal fera chaque matin le trajet d’Évian à Lausanne, avec un timbre spécial.', '', '["Julien Perrinjaquet"]', '["lac", "patrimoine"]', 'fr', '2026-11-22T05:16:00.000000Z', 'Sun, 22 Nov 2026 06:16:00 +0100', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.296759Z', 200, 'http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#25545+2497', '93480dc127635cf3411b4d63f13be9d3375489905a9244384322e027dd78013b', '"93480dc127635cf3"', 'Sun, 22 Nov 2026 05:16:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://www.tribune-leman.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:13.878592Z', 'f54aace4efc3a8a37fbd532311ae04b318276f8e8002706baded451fa6379384', 0, 'd37e1fa4e9361c8fb394822ff865b973', '3829ad7207e0fe15c6f581d503b5c295', 'full', 'fr', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('1f52e8996077aaf24081088067741d2c', 'http://observateur-soir.example/international/moscou-pyongyang-assistance', 'http://observateur-soir.example/international/moscou-pyongyang-assistance', 'observateur-soir.example', 'observateur-soir', 'tag:observateur-soir.example,2025:moscou-pyongyang-assistance', 'full', '« En cas de nécessité » : Moscou se dit prêt à aider militairement Pyongyang', 'Le porte-parole du Kremlin invoque le traité de 2024. Séoul demande le retrait immédiat des soldats nord-coréens de la région de Koursk.', '', '["L\u2019Observateur du soir avec AFI"]', '["Russie", "Cor\u00e9e du Nord", "d\u00e9fense"]', 'fr', '2026-11-24T23:16:00.000000Z', '2026-11-25T00:16:00+01:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.308443Z', 200, 'http://observateur-soir.example/international/moscou-pyongyang-assistance', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#22403+2642', 'eb1cc5f5e580909f27e44e335d2fdf84718f5a68d669fb3122a64634b3d15d70', '"eb1cc5f5e580909f"', 'Tue, 24 Nov 2026 23:16:00 GMT', '{"robots": "allowed", "tdm": "none", "robots_evidence": "http://observateur-soir.example:80/robots.txt allows veille", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:13.878592Z', 'be031ac18567cb3bae9b60d2cfec605e8798a71edfc08e679fabcf34a844017d', 0, '0425007396457c196f3b5a4d87b34618', '4fac8fac3751ebc8358ae8fecfd3a5b7', 'full', 'fr', '[{"topic": "korean-peninsula", "about": true}, {"topic": "russia-dprk", "about": true}, {"topic": "ukraine-war", "about": false}]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('29cbdf0afcc87cfd5ecf1ba67cafd3e3', 'http://www.polyarnik.example/article/rybaki-treska', 'http://www.polyarnik.example/article/rybaki-treska', 'www.polyarnik.example', 'polyarnik', 'tag:www.polyarnik.example,2025:rybaki-treska', 'full', 'Мурманские рыбаки выбрали половину годовой квоты трески', 'Рыбы стало меньше, зато она крупнее. Цена в порту выросла на пятую часть.', '', '["\u0421\u0442\u0435\u043f\u0430\u043d \u0412\u043e\u043b\u044c\u043d\u043e\u0432"]', '["\u0440\u044b\u0431\u0430"]', 'ru', '2026-11-24T18:56:00.000000Z', '2026-11-24T21:56:00+03:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.308602Z', 200, 'http://www.polyarnik.example/article/rybaki-treska', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#10791+1768', '66c2e871dba55befb226780300b16c0d50c08cd685718b1590b9c061cec64cf7', '"66c2e871dba55bef"', 'Tue, 24 Nov 2026 18:56:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://www.polyarnik.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:55+00:00"}', '2026-11-25T02:34:13.878592Z', 'd83bf034b57b16062961f4d9537faedd744710d11ee812d78af8656b53ca6c88', 0, '094f68880186b489ff2f672bf9c5b8a3', 'd9f200f9a4aa6c4da78706ca80c62257', 'full', 'ru', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('39fea7f0d07d5a485607b41d84992c04', 'http://courrier-laurentides.example/nouvelles/lac-glace-calage/', 'http://courrier-laurentides.example/nouvelles/lac-glace-calage/', 'courrier-laurentides.example', 'courrier-laurentides', 'tag:courrier-laurentides.example,2025:lac-glace-calage', 'full', 'La glace a quitté le lac Tremblant neuf jours plus tôt que d’habitude', 'Le calage a été observé le 18 avril. Les riverains notent la date depuis 1952.', 'Le calage a été observé le 18 avril. Les riverains notent la date depuis 1952.', '["Jean-Fran\u00e7ois Ouellet"]', '["climat"]', 'fr', '2026-11-24T02:56:00.000000Z', '2026-11-23T21:56:00-05:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.312945Z', 200, 'http://courrier-laurentides.example/nouvelles/lac-glace-calage/', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#34866+2145', '52b375e3fe041fdfc42f3757d204c7a39e86de0be383440a5b8311969b3b506e', '"52b375e3fe041fdf"', 'Tue, 24 Nov 2026 02:56:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://courrier-laurentides.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:13.878592Z', '22e60bdf1486e6de1210dcff639f6b789ad9295b8fbfd96349d71088326d8e85', 0, 'e25cb1aacdae35a04073586f0d0b640a', 'b1e8e37c159d3e30e237a5e03f5310b3', 'full', 'fr', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('3bdd8c0e1b000376287dede60abc8047', 'http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html', 'http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html', 'www.elbe-kurier.example', 'elbe-kurier', 'tag:www.elbe-kurier.example,2025:dynamo-aufstieg-regen', 'full', 'Remis im Regen: Dresden verpasst den vorzeitigen Aufstieg', 'Zwei Alutreffer, ein verschossener Elfmeter und ein Platz wie ein See. Die Entscheidung fällt nun am nächsten Wochenende.', '', '["Ronny Pietsch"]', '["Fu\u00dfball"]', 'de', '2026-11-24T04:41:00.000000Z', '2026-11-24T05:41:00+01:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.308840Z', 200, 'http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#13042+2451', 'fe81fb635d221d11f1b344bd720d5a61e15d7e791606e31bc7c1c39488a646b1', '"fe81fb635d221d11"', 'Tue, 24 Nov 2026 04:41:00 GMT', '{"robots": "allowed", "tdm": "none", "robots_evidence": "http://www.elbe-kurier.example:80/robots.txt allows veille", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:55+00:00"}', '2026-11-25T02:34:13.878592Z', 'bba799a777397188eeabda0a8c53576049dc7cae475285d525951422c66aa68e', 0, '99d5a338454c2bf92bfc369fc2db4d6f', '7c6fb9b564fcc5662c5f0bf2cc8b0b2f', 'full', 'de', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('3c82994fb6267987e81b1d1b9df45c7e', 'http://dongbu-sinmun.example/news/articleView.html?idxno=88120', 'http://dongbu-sinmun.example/news/articleView.html?idxno=88120', 'dongbu-sinmun.example', 'dongbu-sinmun', 'tag:dongbu-sinmun.example,2025:gangneung-keopi', 'full', '강릉 커피 거리, 일회용 컵 없이 한 달', '카페 마흔두 곳이 함께 쓰는 컵을 들여왔다. 돌아온 컵은 백 개 가운데 아흔셋.', '', '["\ucc28\ubbfc\uc11c"]', '["\ud658\uacbd", "\uac15\ub989"]', 'ko', '2026-11-24T13:56:00.000000Z', '2026-11-24T22:56:00+09:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.313040Z', 200, 'http://dongbu-sinmun.example/news/articleView.html?idxno=88120', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#19624+2287', '5476913153a1b8dad0d70f1bcb51e8cd91055a29766967c78f06a9d8444507a3', '"5476913153a1b8da"', 'Tue, 24 Nov 2026 13:56:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://dongbu-sinmun.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:13.878592Z', 'b87595d6c31aa68dbdc7c210035696ba763bf83721d028bf74d3aceb38360683', 0, '3f190d37753a3b88a350de8d970c4f77', 'bb05bb78cd454bf0ddf276791600e362', 'full', 'ko', '[{"topic": "korean-peninsula", "about": false}]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('3dedab462642ad1d70233b8c8d3367d1', 'http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/', 'http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/', 'www.diario-meseta.example', 'diario-meseta', 'tag:www.diario-meseta.example,2025:ayuda-ucrania-generadores', 'full', 'Sale de Burgos un convoy con cien generadores para hospitales de Ucrania', 'La guerra ha dejado sin suministro estable a decenas de centros. Una asociación ha reunido 400.000 euros.', '', '["Tom\u00e1s Ar\u00e9valo"]', '["Ucrania", "solidaridad"]', 'es', '2026-11-20T23:11:00.000000Z', 'Sat, 21 Nov 2026 00:11:00 +0100', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.312507Z', 200, 'http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#7981+2313', '965b763beb420594b7e61555c6dd3c6f18dd95abea937a97819ef61d9cea0a23', '"965b763beb420594"', 'Fri, 20 Nov 2026 23:11:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://www.diario-meseta.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:15.794236Z', '006ecc05279fff544d10388a2d7d4d4450cff80d032feb71a4930a6ebea284a2', 0, '236fe1458ed8a8a3c2f7bcd1270bdfd9', '70c925da8dcbb1bc1cec97c746b04a3d', 'full', 'es', '[{"topic": "ukraine-war", "about": true}]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('41de9481c6b09afc4d5e2b6f3cf75902', 'http://www.polyarnik.example/article/buduschee-porta', 'http://www.polyarnik.example/article/buduschee-porta', 'www.polyarnik.example', 'polyarnik', 'tag:www.polyarnik.example,2025:buduschee-porta', 'full', 'Порт Лиинахамари: каким он будет через десять лет', 'Архитекторы показали три проекта. Жителей спросят в мае.', '', '["\u041b\u0438\u0434\u0438\u044f \u042f\u0440\u0446\u0435\u0432\u0430"]', '["\u0433\u043e\u0440\u043e\u0434"]', 'ru', '2026-11-25T02:33:52.865602Z', '2032-07-29T21:56:00+03:00', 'feed-clamped', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.313302Z', 200, 'http://www.polyarnik.example/article/buduschee-porta', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#40657+1707', '9262fcae5be303ccde7239fa6e2a5dc4e8ac38ed286deb1b4d1fea7bfcb1fc23', '"9262fcae5be303cc"', 'Fri, 20 Nov 2026 19:56:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://www.polyarnik.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:55+00:00"}', '2026-11-25T02:34:15.794236Z', 'c689c87dd8681406a41224243c6c2c8d300079eaa5c0017831ec35bb9f53be41', 0, '034188a4b434f508cda6a5c3fd575126', 'cff3ed5c7d17db4deaa9b04c4e45a52f', 'full', 'ru', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('4365d577c3417d874aeb29725f71ea20', 'http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html', 'http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html', 'www.elbe-kurier.example', 'elbe-kurier', 'tag:www.elbe-kurier.example,2025:kreml-nordkorea-militaerhilfe', 'full', 'Kreml bestätigt mögliche Militärhilfe für Nordkorea', 'Moskau beruft sich auf den Beistandsvertrag von 2024. Am Vortag hatte Pjöngjang erstmals eingeräumt, Soldaten nach Kursk geschickt zu haben.', '', '["Jakob Lindner"]', '["Russland", "Nordkorea"]', 'de', '2026-11-25T00:11:00.000000Z', '2026-11-25T01:11:00+01:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.313388Z', 200, 'http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#42852+2651', 'e3d79bdd76b7161aed16e21704063571b07eaba76f56d722f08c9deff80561ac', '"e3d79bdd76b7161a"', 'Wed, 25 Nov 2026 00:11:00 GMT', '{"robots": "allowed", "tdm": "none", "robots_evidence": "http://www.elbe-kurier.example:80/robots.txt allows veille", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:55+00:00"}', '2026-11-25T02:34:15.794236Z', '8ed13f8bbf38349af645b0046d794912126c1cb20eb604e6676dfa3140ceef4d', 0, '20327624a701a487029961bf45ec32c1', '0604d810716c4f2cf71081707bc2c4e7', 'full', 'de', '[{"topic": "korean-peninsula", "about": true}, {"topic": "russia-dprk", "about": true}, {"topic": "ukraine-war", "about": false}]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('600c622da0fd7c97b14660fa62610416', 'http://www.minato-shimbun.example/articles/55188', 'http://www.minato-shimbun.example/articles/55188', 'www.minato-shimbun.example', 'minato-shimbun', 'http://www.minato-shimbun.example/articles/55188', 'full', '北朝鮮が短距離弾道ミサイル2発を発射 日本のEEZ外に落下か', '防衛省によると、2発は約300キロ飛行し、日本海に落下した。漁船への被害は確認されていない。', '', '["\u793e\u4f1a\u90e8 \u6d5c\u53e3\u5343\u5c0b"]', '[]', 'ja', '2026-11-23T12:11:00.000000Z', '2026-11-23T21:11:00+09:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.313849Z', 200, 'http://www.minato-shimbun.example/articles/55188', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#37501+2674', 'ded45e3226daca95072a7fb9a288b5903d608202eb61a66346af49c4140839ce', '"ded45e3226daca95"', 'Mon, 23 Nov 2026 12:11:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://www.minato-shimbun.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:15.794236Z', '7b29a17aa27ceb01c3707b210d036511e77e5b09a9e82bc7bda0ed334682f8c3', 0, 'b4796240bd67f65f23b887bde911a4e5', '06c7e7ea0fade0fcf65187185c6da358', 'full', 'ja', '[{"topic": "dprk-weapons", "about": true}, {"topic": "korean-peninsula", "about": true}]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('624cf1c84158f4f2be8de5cffcd3c631', 'http://dongbu-sinmun.example/news/articleView.html?idxno=88090', 'http://dongbu-sinmun.example/news/articleView.html?idxno=88090', 'dongbu-sinmun.example', 'dongbu-sinmun', 'tag:dongbu-sinmun.example,2025:chuncheon-inhyeong', 'full', '춘천 인형극제, 올해는 시장 골목에서', '극장을 고치는 동안 인형들은 풍물시장으로 나간다. 스무 나라 극단이 온다.', '', '["\ucc28\ubbfc\uc11c"]', '["\uacf5\uc5f0"]', 'ko', '2026-11-22T14:56:00.000000Z', '2026-11-22T23:56:00+09:00', 'feed', '2026-11-25T02:33:53.404517Z', 'failed', 'fetch', 'truncated: peer closed connection without sending complete message body (received 1877 bytes, expected 3755)', 1, '2026-11-25T02:34:54.348801Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"robots": "none", "tdm": "none", "robots_evidence": "http://dongbu-sinmun.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('89aecf429014618fe029eae6b64db318', 'http://northwire.example/a/correction-desk-moved', 'http://northwire.example/a/correction-desk-moved', 'northwire.example', 'northwire', 'tag:northwire.example,2025:correction-desk-moved', 'full', 'Ferry operator names new chief executive', 'The appointment ends a search of eleven months.', 'The appointment ends a search of eleven months.', '["Northwire staff"]', '["business"]', 'en', '2026-11-22T03:01:00.000000Z', '2026-11-21T22:01:00-05:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:57.133431Z', 404, 'http://northwire.example/a/correction-desk-moved', NULL, NULL, NULL, NULL, '{"robots": "none", "tdm": "none", "robots_evidence": "http://northwire.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:57+00:00"}', '2026-11-25T02:34:17.227410Z', '973aa35ed04a5f11edda20492b463fde1c4d03157ae283fca4b02a756262b7e6', 0, 'ba1f6686b4742a8204bfe8357f2a1d74', '593952d2290d5b3a5216006349d8a986', 'feed', 'en', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('b39f01c8ec842b03fa6d806cec797d92', 'http://www.harbour-courier.example/members/briefing-spring-tides', 'http://www.harbour-courier.example/members/briefing-spring-tides', 'www.harbour-courier.example', 'harbour-courier', 'tag:www.harbour-courier.example,2025:members-briefing-tides', 'full', 'Members'' briefing: what the spring tides will do to the old quay', 'For members only. Engineers expect water on the cobbles on three mornings next month.', '', '["Priya Nandakumar"]', '["local"]', 'en', '2026-11-22T17:56:00.000000Z', 'Sun, 22 Nov 2026 17:56:00 +0000', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:55.580680Z', NULL, NULL, NULL, NULL, NULL, NULL, '{"robots": "disallowed", "tdm": "none", "robots_evidence": "http://www.harbour-courier.example:80/robots.txt disallows veille", "robots_at": "2026-11-25T02:33:54+00:00", "reason": "refused-by-robots", "decided_at": "2026-11-25T02:33:55+00:00"}', '2026-11-25T02:34:17.227410Z', 'aeb172f4b2debe57b64a553db8fa959aa6c13687393d3f0c99ed6195b5722a41', 0, '6304eb78cb908cf9abb44cf4ad891c7c', '06356d103154d7cebc661841de786ad0', 'feed', 'en', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('bbcebc70e8a82a51fb3245c9b5533e29', 'http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html', 'http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html', 'www.elbe-kurier.example', 'elbe-kurier', 'tag:www.elbe-kurier.example,2025:gewinnspiel-abgelaufen', 'full', 'Gewinnspiel: Karten für die Filmnächte', 'Das Gewinnspiel ist beendet. Die Gewinner wurden benachrichtigt.', '', '["Leserservice"]', '["Service"]', 'de', '2026-11-20T19:56:00.000000Z', '2026-11-20T20:56:00+01:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:55.559058Z', 410, 'http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html', NULL, NULL, NULL, NULL, '{"robots": "allowed", "tdm": "none", "robots_evidence": "http://www.elbe-kurier.example:80/robots.txt allows veille", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:55+00:00"}', '2026-11-25T02:34:17.227410Z', 'e3b44abb56e539666bc84b6c20681c23fe54c6f04acfea70400feb0ad339543e', 0, 'bfce1d8b3a9a457718989450f36ac1df', '8da717e3e14839405c8e27ec347162e6', 'feed', 'de', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('d7a8f3eb4134116834af783c0c38aaba', 'http://fieldnotes.example/311/artichoke-allotment', 'http://fieldnotes.example/311/artichoke-allotment', 'fieldnotes.example', 'fieldnotes', 'tag:fieldnotes.example,2025:artichoke-allotment', 'full', 'An artichoke is a thistle that somebody loved', 'How to grow, wait for, and finally eat the least efficient vegetable in the garden.', '', '["Rosalind Peake"]', '["food", "garden"]', 'en', '2026-11-22T19:56:00.000000Z', '2026-11-22T19:56:00+00:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-25T02:33:54.314014Z', 200, 'http://fieldnotes.example/311/artichoke-allotment', '2026-11-25/veille-20261125T023354-host-12334-1bfd2c2c.warc.gz#5365+2134', 'c7970b18f2535c563c3b3bdaeace8a0fe6c4d31add07629c04fafd67b39b5852', '"c7970b18f2535c56"', 'Sun, 22 Nov 2026 19:56:00 GMT', '{"robots": "none", "tdm": "none", "robots_evidence": "http://fieldnotes.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:54+00:00"}', '2026-11-25T02:34:18.562841Z', 'e0907973a45f4f3025f389bd82d8f4840bfaafb26278f1b708adb91b01d89f29', 0, '8a74cdd938a5ccbbc487bea09596b0c7', 'e8cf70fcdab7ac13488edf4898adda16', 'full', 'en', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('e8032b022a6a24540a2f4c87c2a3021e', 'http://observateur-soir.example/flux/a-la-une.atom#entry=01732619678214ef', 'http://observateur-soir.example/flux/a-la-une.atom#entry=01732619678214ef', 'observateur-soir.example', 'observateur-soir', 'tag:observateur-soir.example,2025:carnet-lecteurs', 'summary', 'Le carnet des lecteurs : vos meilleures adresses au bord de l’eau', 'Guinguettes, lacs et bords de canal : vous nous avez écrit deux cents lettres. En voici dix.', '', '["La r\u00e9daction"]', '["loisirs"]', 'fr', '2026-11-21T22:56:00.000000Z', '2026-11-21T23:56:00+01:00', 'feed', '2026-11-25T02:33:53.404517Z', 'indexed', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', '2026-11-25T02:34:18.562841Z', '9d04408051b4634639c2dce476aac023cfd4decbaa8f4e298e7ad6a6407f2cbe', 0, '356d8f423f715bb767999262b7d6a479', '79b43f2fc425c386319d4965235f6a5a', 'feed', 'fr', '[]', 0);
INSERT INTO "articles" (key, url, original_url, host, feed_id, guid, policy, title, summary, content, authors, tags, language, published, published_raw, published_source, first_seen_at, state, stage, reason, attempts, next_try, lease_owner, lease_until, fetched_at, http_status, final_url, archive_ref, payload_hash, etag, last_modified, rights, indexed_at, content_hash, revision, story_id, event_id, extraction_status, detected_language, topics, silent) VALUES ('eefa16a5ff096e1cfe36ce3b6d64039e', 'http://fieldnotes.example/310/lost-path-loop', 'http://fieldnotes.example/310/lost-path-loop', 'fieldnotes.example', 'fieldnotes', 'tag:fieldnotes.example,2025:lost-path-loop', 'full', 'A circular walk that never quite ends', 'Eleven miles of hedgerow that bring you back to where you began.', '', '["Rosalind Peake"]', '["walks"]', 'en', '2026-11-20T19:56:00.000000Z', '2026-11-20T19:56:00+00:00', 'feed', '2026-11-25T02:33:53.404517Z', 'failed', 'fetch', 'redirect-loop: http://fieldnotes.example/310/lost-path-loop again', 1, '2026-11-25T02:34:55.062818Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"robots": "none", "tdm": "none", "robots_evidence": "http://fieldnotes.example:80/robots.txt: HTTP 404", "robots_at": "2026-11-25T02:33:54+00:00", "decided_at": "2026-11-25T02:33:55+00:00"}', NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', 0);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('ancien-matin', 'http://ancien-matin.example/rss', 'http://ancien-matin.example/rss', 'retired', '2026-11-25T02:33:54.359947Z', 1, NULL, NULL, NULL, NULL, '2026-11-25T02:33:53.404517Z', NULL, NULL, NULL, 'gone', 410, '410: http://ancien-matin.example/rss says that it will not come back', 1, '2026-11-25T02:33:53.404517Z', NULL, 0, 0, 0.0, NULL, '{}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('boucle-info', 'http://boucle-info.example/rss.xml', 'http://boucle-info.example/rss.xml', 'active', '2026-11-25T02:33:54.450424Z', 1, NULL, NULL, NULL, NULL, '2026-11-25T02:33:53.404517Z', NULL, NULL, NULL, 'redirect-loop', NULL, 'redirect-loop: http://boucle-info.example/rss.xml (http://boucle-info.example/rss.xml again)', 1, '2026-11-25T02:33:53.404517Z', NULL, 0, 0, 0.0, NULL, '{}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('courrier-laurentides', 'http://courrier-laurentides.example/nouvelles/index.json', 'http://courrier-laurentides.example/nouvelles/index.json', 'active', '2026-11-25T02:33:54.307343Z', 1, '"4096c1377128878c"', NULL, 'e467ddae4070292db53f3d6f0ae7042a', X'', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795568460, 1795563360, 1795488960, 1795452660], "title": "Le Courrier des Laurentides", "items": 4, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('diario-meseta', 'http://www.diario-meseta.example/rss/portada.xml', 'http://www.diario-meseta.example/rss/portada.xml', 'active', '2026-11-25T02:33:54.337624Z', 1, NULL, 'Tue, 24 Nov 2026 23:31:00 GMT', 'ff3193c17d2f6dfb5b542fe0e6d9b274', X'b195d34f27565997205faf9022af67c525b778b5fe120f715d70913967834ca4271a5d7f1a3b41081c6562d16fd4df90', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795563060, 1795550760, 1795479360, 1795415160, 1795319760, 1795216260], "window": 243300.0, "ttl": 900, "title": "El Diario de la Meseta", "items": 6, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('dongbu-sinmun', 'http://dongbu-sinmun.example/atom.xml', 'http://dongbu-sinmun.example/atom.xml', 'active', '2026-11-25T02:33:54.433843Z', 1, '"dd2856c4c451f235"', NULL, '875d6a14fdbbdac42043e14fb1ad8191', X'7dbc930749fe3c6b7cae20424cddfdb43b880bb2d545a3cedf594474946bcf03', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795528560, 1795469160, 1795359360, 1795288560], "title": "\ub3d9\ubd80\uc2e0\ubb38", "items": 4, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('eco-andino', 'http://eco-andino.example/feed.xml', 'http://eco-andino.example/feed.xml', 'active', '2026-11-25T02:33:54.386144Z', 1, NULL, NULL, NULL, NULL, '2026-11-25T02:33:53.404517Z', NULL, NULL, NULL, 'not-a-feed', 200, 'neither RSS, Atom, JSON Feed nor a sitemap (99 bytes, text/html; charset=utf-8)', 1, '2026-11-25T02:33:53.404517Z', NULL, 0, 0, 0.0, NULL, '{}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('elbe-kurier', 'http://www.elbe-kurier.example/feed/atom.xml', 'http://www.elbe-kurier.example/feed/atom.xml', 'active', '2026-11-25T02:33:54.474582Z', 1, '"f4a0917899907d79"', 'Wed, 25 Nov 2026 00:11:00 GMT', '312241f69fda22931e489bb649ac2381', X'b15084e842ec0a559a2e25dfb30c9c0a0f20639b8f32dd8da879fae4b5f172563c68ec3eba64e94632817e8bb95dd3db', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795565460, 1795546560, 1795495260, 1795371960, 1795305360, 1795204560], "window": 260100.0, "title": "Elbe-Kurier", "items": 6, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('fieldnotes', 'http://fieldnotes.example/atom.xml', 'http://fieldnotes.example/atom.xml', 'active', '2026-11-25T02:33:54.457740Z', 1, NULL, NULL, '29de2df22e8fa0389a2d53fcb704626f', X'5ed3d2400383d8630e870fe135d91001c2467b6605f00675518d101a86cb0296', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795463760, 1795377360, 1795290960, 1795204560], "title": "Fieldnotes Weekly", "items": 4, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('fil-littoral', 'http://www.fil-littoral.example/feed/', 'http://www.fil-littoral.example/feed/', 'active', '2026-11-25T02:33:54.344901Z', 1, NULL, NULL, 'cff2fae3b1bbb5db403eb7a046bd3dcc', X'', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795564260, 1795547160, 1795483560, 1795292160], "ttl": 900, "title": "Le Fil du littoral", "items": 4, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('gazette-rhone', 'http://www.gazette-rhone.example/rss/une.xml', 'http://www.gazette-rhone.example/rss/une.xml', 'active', '2026-11-25T02:33:54.395614Z', 1, '"31ec1b80225de830"', 'Tue, 24 Nov 2026 22:38:00 GMT', '1158f0ac49f82d614171aa92b49701bf', X'b731bbf0b1f594b27d43308f1772d97979aa89f80e334a53b2906b90f6def6f56b82e8e7d113aab43d28aeba17de5c3c34d70e3c0cf12c75', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795559880, 1795544760, 1795513560, 1795496460, 1795381860, 1795318560], "window": 207690.0, "ttl": 900, "title": "La Gazette du Rh\u00f4ne", "items": 7, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('hangang-ilbo', 'http://www.hangang-ilbo.example/rss/allArticle.xml', 'http://www.hangang-ilbo.example/rss/allArticle.xml', 'active', '2026-11-25T02:33:54.437977Z', 1, '"4402763a3a1e377e"', 'Wed, 25 Nov 2026 00:06:00 GMT', '372ed62c461b9028939c9602f41340f9', X'46a4182a9a6e74e6c2e387203a926570d3d18a89688a5ecadb449321eab1b876a44ccf7f328b4eca', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795565160, 1795546560, 1795440360, 1795399860, 1795264560], "window": 165300.0, "ttl": 900, "title": "\ud55c\uac15\uc77c\ubcf4", "items": 5, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('harbour-courier', 'http://www.harbour-courier.example/rss.xml', 'http://www.harbour-courier.example/rss.xml', 'active', '2026-11-25T02:33:54.424420Z', 1, '"14be4d85334d6ae2"', NULL, 'd7cd1bfa3c83ff2a25c6f20a135cdb2b', X'7377780418e761f48d1286c0577595060410592c3e55158687b3825156dfce27712e663e9569bce78b91b2da6276db17', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, 'http://www.harbour-courier.example/feeds/news.xml', 1, 0, 0.0, NULL, '{"instants": [1795561260, 1795490160, 1795467360, 1795395960, 1795370160, 1795304160], "window": 191100.0, "ttl": 900, "title": "The Harbour Courier", "items": 6, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('jianghai-daily', 'http://www.jianghai-daily.example/rss/news.xml', 'http://www.jianghai-daily.example/rss/news.xml', 'active', '2026-11-25T02:33:54.503585Z', 1, '"16e86aaaf02d4957"', NULL, 'dff8dce6ad85d8ca77a9cbc4c4f54f8e', X'54ce649f7c20478236935b8f99ab4ddd1ad13467b60a61547d232f64165dc683143b8f2145220b3f', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795565760, 1795530960, 1795451160, 1795383960, 1795287660], "window": 181800.0, "ttl": 900, "title": "\u6c5f\u6d77\u65e5\u62a5", "items": 5, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('minato-shimbun', 'http://www.minato-shimbun.example/index.rdf', 'http://www.minato-shimbun.example/index.rdf', 'active', '2026-11-25T02:33:54.373903Z', 1, NULL, 'Wed, 25 Nov 2026 00:26:00 GMT', '4657122db8f068afea93faa94d43403f', X'2908467abca1720f3031c842db32fb38a3018cfc96e09818f8f254191f572af7703833aab6d1a6d5', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795574033, 1795566360, 1795517760, 1795435860, 1795277160], "window": 138173.404517, "period": 1800, "title": "\u307f\u306a\u3068\u65b0\u805e", "items": 5, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('northwire', 'http://northwire.example/feed.json', 'http://northwire.example/feed.json', 'active', '2026-11-25T02:33:54.343616Z', 1, '"b394a584aa6ea8f7"', 'Wed, 25 Nov 2026 02:26:00 GMT', '628e39450b645902ec23d684fef39026', X'', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795573560, 1795569060, 1795480860, 1795424160, 1795316460], "window": 149400.0, "title": "Northwire", "items": 5, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('observateur-soir', 'http://observateur-soir.example/flux/a-la-une.atom', 'http://observateur-soir.example/flux/a-la-une.atom', 'active', '2026-11-25T02:33:54.374178Z', 1, '"99974ca7bdadea44"', NULL, '247ec735815ab0b77a7ad0193bcf6a72', X'079fa0e509eb320847bc6c3762dc48eae4a0489611c37dfcd0392e7640e6f5f1f424cdaf80eba85e86954d6a60da709b', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795562160, 1795550160, 1795503960, 1795376460, 1795301760, 1795234860], "window": 260400.0, "title": "L\u2019Observateur du soir", "items": 6, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('parish-pump', 'http://parish-pump.example/feed', 'http://parish-pump.example/feed', 'active', '2026-11-25T02:33:54.455885Z', 1, NULL, NULL, NULL, NULL, '2026-11-25T02:33:53.404517Z', NULL, NULL, NULL, 'html', 200, 'an HTML page, not a feed (221 bytes, text/html; charset=utf-8)', 1, '2026-11-25T02:33:53.404517Z', NULL, 0, 0, 0.0, NULL, '{}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('polyarnik', 'http://www.polyarnik.example/atom', 'http://www.polyarnik.example/atom', 'active', '2026-11-25T02:33:54.461111Z', 1, '"f650b704095ac72c"', NULL, '0bb065f2f2c4e44352285a6dffd85f48', X'9067abe7cfb66e8dc20d3d8ec17dc5883e246471b7f246a6773b94525ddeda93', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795574032, 1795546560, 1795468560, 1795391760], "title": "\u041f\u043e\u043b\u044f\u0440\u043d\u0438\u043a", "items": 4, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('tageblatt-alt', 'http://tageblatt-am-wall.example/rss.xml', 'http://tageblatt-am-wall.example/rss.xml', 'active', '2026-11-25T02:33:54.307412Z', 1, NULL, NULL, NULL, NULL, '2026-11-25T02:33:53.404517Z', NULL, NULL, NULL, 'http-404', 404, 'HTTP 404 from http://tageblatt-am-wall.example/rss.xml', 1, '2026-11-25T02:33:53.404517Z', NULL, 0, 0, 0.0, NULL, '{}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('tribune-leman', 'http://www.tribune-leman.example/rss', 'http://www.tribune-leman.example/rss', 'active', '2026-11-25T02:33:54.391670Z', 1, '"c8010aac22146815"', 'Mon, 23 Nov 2026 22:26:00 GMT', 'a9241dfa265fa18be59f275332f03ac4', X'da9477ca7ca7aad14779c22e97e87eeb', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795472760, 1795324560], "ttl": 900, "title": "La Tribune du L\u00e9man", "items": 2, "why": "the publisher asks for it"}', NULL, NULL);
INSERT INTO "feeds" (id, url, effective_url, state, next_due, interval_seconds, etag, last_modified, body_hash, item_hashes, last_polled_at, last_success_at, last_new_at, last_full_get_at, last_outcome, last_status, last_error, errors_in_a_row, failing_since, moved_to, moved_polls, gaps, missed_estimate, last_gap_at, rhythm, lease_owner, lease_until) VALUES ('volzhsky-vestnik', 'http://volzhsky-vestnik.example/export/rss.xml', 'http://volzhsky-vestnik.example/export/rss.xml', 'active', '2026-11-25T02:33:54.391362Z', 1, NULL, 'Tue, 24 Nov 2026 22:26:00 GMT', '1ac333e3f5685ff669f3ad06e81093b2', X'285bfc3320d55521f41d0966bb77c657a85d604d206e8064b04d69a7589346ff39165633a27ffca9', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z', 'new', 200, NULL, 0, NULL, NULL, 0, 0, 0.0, NULL, '{"instants": [1795559160, 1795547460, 1795467360, 1795404960, 1795285560], "window": 154200.0, "ttl": 900, "title": "\u0412\u043e\u043b\u0436\u0441\u043a\u0438\u0439 \u0432\u0435\u0441\u0442\u043d\u0438\u043a", "items": 5, "why": "its own rhythm"}', NULL, NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('ancien-matin.example', '2026-11-25T02:33:52.277500Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('boucle-info.example', '2026-11-25T02:33:52.675394Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('courrier-laurentides.example', '2026-11-25T02:33:55.334130Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.diario-meseta.example', '2026-11-25T02:33:55.757434Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('dongbu-sinmun.example', '2026-11-25T02:33:55.466324Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.elbe-kurier.example', '2026-11-25T02:33:55.756963Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('fieldnotes.example', '2026-11-25T02:33:55.500702Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('eco-andino.example', '2026-11-25T02:33:52.497180Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.fil-littoral.example', '2026-11-25T02:33:55.179881Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.gazette-rhone.example', '2026-11-25T02:33:55.956737Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.hangang-ilbo.example', '2026-11-25T02:33:55.657723Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.harbour-courier.example', '2026-11-25T02:33:55.659274Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.minato-shimbun.example', '2026-11-25T02:33:55.657858Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('northwire.example', '2026-11-25T02:33:57.633069Z', '2026-11-25T02:33:56.989522Z');
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('observateur-soir.example', '2026-11-25T02:33:55.657998Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.jianghai-daily.example', '2026-11-25T02:33:55.657569Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('parish-pump.example', '2026-11-25T02:33:52.625907Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.polyarnik.example', '2026-11-25T02:33:55.304859Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('tageblatt-am-wall.example', '2026-11-25T02:33:52.645096Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('www.tribune-leman.example', '2026-11-25T02:33:54.870119Z', NULL);
INSERT INTO "hosts" (host, next_slot_at, pause_until) VALUES ('volzhsky-vestnik.example', '2026-11-25T02:33:55.657294Z', NULL);
INSERT INTO "matches" (rule_id, story_id, article_key, matched_at, evidence, mail_id, note) VALUES ('russia-dprk', '0425007396457c196f3b5a4d87b34618', 'abd227c61549d8fdff69c4bc1f9f9316', '2026-11-25T02:34:18.845371Z', '{"key": "abd227c61549d8fdff69c4bc1f9f9316", "story": "0425007396457c196f3b5a4d87b34618", "url": "http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-aide-militaire.html", "title": [["Le ", false], ["Kremlin", true], [" confirme une possible ", false], ["aide", true], [" ", false], ["militaire", true], [" \u00e0 la ", false], ["Cor\u00e9e du Nord", true], [" en vertu du ", false], ["trait\u00e9", true], [" de 2024", false]], "passages": [[["Moscou", true], [" dit \u00eatre pr\u00eat \u00e0 fournir une assistance ", false], ["militaire", true], [" \u00e0 ", false], ["Pyongyang", true], [" \u00ab en cas de n\u00e9cessit\u00e9 \u00bb, sur la base du ", false], ["trait\u00e9", true], [" de partenariat sign\u00e9 en juin 2024. La Russie est pr\u00eate \u00e0 apporter une ", false], ["aide", true], [" ", false], ["militaire", true], [" \u00e0 la ", false], ["Cor\u00e9e du Nord", true], [" \u00ab en cas de n\u00e9cessit\u00e9 \u00bb, a fait savoir lundi la pr\u00e9sidence russe, au lendemain de la reconnaissance o\u2026", false]]], "outlet": "La Gazette du Rh\u00f4ne", "country": "FR", "language": "fr", "extraction": "full", "published": "2026-11-24T22:38:00+00:00", "first_seen": "2026-11-25T02:33:53.404000+00:00", "indexed": "2026-11-25T02:34:17.227000+00:00", "topics": [{"topic": "korean-peninsula", "about": true, "terms": ["Cor\u00e9e du Nord", "Pyongyang", "nord-cor\u00e9enne", "S\u00e9oul", "minist\u00e8re", "gouvernement sud-cor\u00e9en"]}, {"topic": "russia-dprk", "about": true, "terms": ["Kremlin", "aide", "militaire", "Cor\u00e9e du Nord", "trait\u00e9", "Moscou"]}, {"topic": "ukraine-war", "about": false, "terms": ["Cor\u00e9e du Nord", "Pyongyang", "Koursk", "nord-cor\u00e9enne", "militaire", "combattants"]}]}', '431821652287417189b3067f39dcf399', NULL);
INSERT INTO "matches" (rule_id, story_id, article_key, matched_at, evidence, mail_id, note) VALUES ('russia-dprk', '0fb641dfefe1acf21267acb86fbefe46', '00cc19bad3424fb93c5bcdb88818c7ec', '2026-11-25T02:34:18.845371Z', '{"key": "00cc19bad3424fb93c5bcdb88818c7ec", "story": "0fb641dfefe1acf21267acb86fbefe46", "url": "http://www.hangang-ilbo.example/article/view.php?idxno=204881", "title": [["\ud06c\ub818\ub9b0", true], [" \"", false], ["\uc870\uc57d", true], [" \ub530\ub77c ", false], ["\ubd81\ud55c", true], ["\uc5d0 ", false], ["\uad70\uc0ac", true], [" ", false], ["\uc9c0\uc6d0", true], [" \uac00\ub2a5\"\u2026", false], ["\ud30c\ubcd1", true], [" \uc2dc\uc778 \ud558\ub8e8 \ub9cc", false]], "passages": [[["\ub7ec\uc2dc\uc544", true], [" ", false], ["\ub300\ud1b5\ub839\uc2e4", true], ["\uc774 2024\ub144 \uccb4\uacb0\ud55c \ubd81\ub7ec ", false], ["\uc870\uc57d", true], ["\uc744 \uadfc\uac70\ub85c ", false], ["\ubd81\ud55c", true], ["\uc5d0 \ub300\ud55c ", false], ["\uad70\uc0ac", true], [" ", false], ["\uc9c0\uc6d0", true], [" \uac00\ub2a5\uc131\uc744 \uacf5\uc2dd \ud655\uc778\ud588\ub2e4. ", false], ["\ub7ec\uc2dc\uc544", true], ["\uac00 \uc9c0\ub09c\ud574 \uccb4\uacb0\ud55c ", false], ["\uc870\uc57d", true], ["\uc5d0 \ub530\ub77c \ud544\uc694\ud560 \uacbd\uc6b0 ", false], ["\ubd81\ud55c", true], ["\uc5d0 ", false], ["\uad70\uc0ac", true], [" ", false], ["\uc9c0\uc6d0", true], ["\uc744 \ud560 \uc218 \uc788\ub2e4\uace0 ", false], ["\ud06c\ub818\ub9b0", true], ["\uad81\uc774 28\uc77c \ubc1d\ud614\ub2e4. ", false], ["\ubd81\ud55c", true], ["\uc774 ", false], ["\ub7ec\uc2dc\uc544", true], [" ", false], ["\ucfe0\ub974\uc2a4\ud06c", true], [" \uc9c0\uc5ed\uc5d0 ", false], ["\ubcd1\ub825", true], ["\uc744 \ubcf4\ub0b8 \uc0ac\uc2e4\uc744 \ucc98\uc74c\uc73c\ub85c \uacf5\uc2dd \uc778\uc815\ud55c \uc9c0 \ud558\ub8e8 \ub9cc\uc774\ub2e4. ", false], ["\ud06c\ub818\ub9b0", true], ["\uad81 \ub300\ubcc0\uc778\uc740 \uc774\ub0a0 \uc815\ub840 \ube0c\ub9ac\ud551\uc5d0\uc11c 2024\ub144 6\uc6d4 ", false], ["\ud3c9\uc591", true], ["\uc5d0\uc11c \uc11c\uba85\ub41c \ud3ec\uad04\uc801 \uc804\ub7b5 \ub3d9\ubc18\uc790 \uad00\uacc4 ", false], ["\uc870\uc57d", true], ["\uc774 \uc774\ubbf8 \ud6a8\ub825\uc744 \uac16\uace0 \uc788\uc73c\uba70 \uadf8 \ub0b4\uc6a9\uc740 \uc591\ucabd \ubaa8\ub450\uc5d0 \uc801\uc6a9\ub41c\ub2e4\ub294 \ucde8\uc9c0\ub85c \ub2f5\ud588\ub2e4. ", false], ["\uc870\uc57d", true], [" 4\uc870\ub294 \ud55c\ucabd\uc774 \ubb34\ub825 \uce68\uacf5\uc744 \ubc1b\uc544 \uc804\uc7c1 \uc0c1\ud0dc\uc5d0 \ub193\uc774\uba74 \ub2e4\ub978 \ucabd\uc774 \uc9c0\uccb4 \uc5c6\uc774 \ubaa8\ub4e0 \uc218\ub2e8\uc73c\ub85c\u2026", false]]], "outlet": "\ud55c\uac15\uc77c\ubcf4", "country": "KR", "language": "ko", "extraction": "full", "published": "2026-11-25T00:06:00+00:00", "first_seen": "2026-11-25T02:33:53.404000+00:00", "indexed": "2026-11-25T02:34:13.878000+00:00", "topics": [{"topic": "korean-peninsula", "about": true, "terms": ["\ubd81\ud55c", "\ub300\ud1b5\ub839\uc2e4", "\ud3c9\uc591", "\uad6d\ubc29\ubd80"]}, {"topic": "russia-dprk", "about": true, "terms": ["\ud06c\ub818\ub9b0", "\uc870\uc57d", "\ubd81\ud55c", "\uad70\uc0ac", "\uc9c0\uc6d0", "\ud30c\ubcd1"]}, {"topic": "ukraine-war", "about": false, "terms": ["\ub7ec\uc2dc\uc544", "\ubd81\ud55c", "\ud06c\ub818\ub9b0", "\ucfe0\ub974\uc2a4\ud06c", "\ubcd1\ub825", "\uad70\uc0ac"]}]}', 'e7722bd2658492134a4e95704c405887', NULL);
INSERT INTO "matches" (rule_id, story_id, article_key, matched_at, evidence, mail_id, note) VALUES ('russia-dprk', '20327624a701a487029961bf45ec32c1', '4365d577c3417d874aeb29725f71ea20', '2026-11-25T02:34:18.845371Z', '{"key": "4365d577c3417d874aeb29725f71ea20", "story": "20327624a701a487029961bf45ec32c1", "url": "http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html", "title": [["Kreml", true], [" best\u00e4tigt m\u00f6gliche ", false], ["Milit\u00e4rhilfe", true], [" f\u00fcr ", false], ["Nordkorea", true]], "passages": [[["Russland", true], [" h\u00e4lt ", false], ["milit\u00e4rische", true], [" ", false], ["Hilfe", true], [" f\u00fcr ", false], ["Nordkorea", true], [" f\u00fcr m\u00f6glich, falls das Land sie brauchen sollte. Das machte der Sprecher des Kremls am Montag in Moskau deutlich. Grundlage sei der Vertrag \u00fcber eine umfassende strategische Partnerschaft, den beide Seiten im Juni 2024 in ", false], ["Pj\u00f6ngjang", true], [" unterzeichnet haben und der inzwischen in\u2026", false]]], "outlet": "Elbe-Kurier", "country": "DE", "language": "de", "extraction": "full", "published": "2026-11-25T00:11:00+00:00", "first_seen": "2026-11-25T02:33:53.404000+00:00", "indexed": "2026-11-25T02:34:15.794000+00:00", "topics": [{"topic": "korean-peninsula", "about": true, "terms": ["Nordkorea", "Pj\u00f6ngjang", "nordkoreanischen", "S\u00fcdkoreas", "Geheimdienst", "nordkoreanische"]}, {"topic": "russia-dprk", "about": true, "terms": ["Kreml", "Milit\u00e4rhilfe", "Nordkorea", "Russland", "milit\u00e4rische", "Hilfe"]}, {"topic": "ukraine-war", "about": false, "terms": ["Milit\u00e4rkommission", "nordkoreanischen", "Soldaten", "Kursk", "gek\u00e4mpft", "Pj\u00f6ngjang"]}]}', '13ca4975ae16469bd261bd95f0a599f5', NULL);
INSERT INTO "matches" (rule_id, story_id, article_key, matched_at, evidence, mail_id, note) VALUES ('military-aid', '0425007396457c196f3b5a4d87b34618', 'abd227c61549d8fdff69c4bc1f9f9316', '2026-11-25T02:34:18.845371Z', '{"key": "abd227c61549d8fdff69c4bc1f9f9316", "story": "0425007396457c196f3b5a4d87b34618", "url": "http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-aide-militaire.html", "title": [["Le Kremlin confirme une possible ", false], ["aide militaire", true], [" \u00e0 la ", false], ["Cor\u00e9e", true], [" du Nord en vertu du trait\u00e9 de 2024", false]], "passages": [[["\u2026la base du trait\u00e9 de partenariat sign\u00e9 en juin 2024. La Russie est pr\u00eate \u00e0 apporter une ", false], ["aide militaire", true], [" \u00e0 la ", false], ["Cor\u00e9e", true], [" du Nord \u00ab en cas de n\u00e9cessit\u00e9 \u00bb, a fait savoir lundi la pr\u00e9sidence russe, au lendemain\u2026", false]]], "outlet": "La Gazette du Rh\u00f4ne", "country": "FR", "language": "fr", "extraction": "full", "published": "2026-11-24T22:38:00+00:00", "first_seen": "2026-11-25T02:33:53.404000+00:00", "indexed": "2026-11-25T02:34:17.227000+00:00", "topics": [{"topic": "korean-peninsula", "about": true, "terms": ["Cor\u00e9e du Nord", "Pyongyang", "nord-cor\u00e9enne", "S\u00e9oul", "minist\u00e8re", "gouvernement sud-cor\u00e9en"]}, {"topic": "russia-dprk", "about": true, "terms": ["Kremlin", "aide", "militaire", "Cor\u00e9e du Nord", "trait\u00e9", "Moscou"]}, {"topic": "ukraine-war", "about": false, "terms": ["Cor\u00e9e du Nord", "Pyongyang", "Koursk", "nord-cor\u00e9enne", "militaire", "combattants"]}]}', '45896967f7f6f2bfe720260b042a5a53', NULL);
INSERT INTO "matches" (rule_id, story_id, article_key, matched_at, evidence, mail_id, note) VALUES ('military-aid', '20327624a701a487029961bf45ec32c1', '4365d577c3417d874aeb29725f71ea20', '2026-11-25T02:34:18.845371Z', '{"key": "4365d577c3417d874aeb29725f71ea20", "story": "20327624a701a487029961bf45ec32c1", "url": "http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html", "title": [["Kreml best\u00e4tigt m\u00f6gliche ", false], ["Milit\u00e4rhilfe", true], [" f\u00fcr ", false], ["Nordkorea", true]], "passages": [[["Russland h\u00e4lt milit\u00e4rische Hilfe f\u00fcr ", false], ["Nordkorea", true], [" f\u00fcr m\u00f6glich, falls das Land sie brauchen sollte. Das machte der Sprecher des Kremls am\u2026", false]], [["\u2026mit allen verf\u00fcgbaren Mitteln beizustehen. Wie eine solche Hilfe aussehen k\u00f6nnte und ob ", false], ["Nordkorea", true], [" schon darum gebeten hat, lie\u00df der Sprecher offen. Erst am Sonntag hatte die\u2026", false]]], "outlet": "Elbe-Kurier", "country": "DE", "language": "de", "extraction": "full", "published": "2026-11-25T00:11:00+00:00", "first_seen": "2026-11-25T02:33:53.404000+00:00", "indexed": "2026-11-25T02:34:15.794000+00:00", "topics": [{"topic": "korean-peninsula", "about": true, "terms": ["Nordkorea", "Pj\u00f6ngjang", "nordkoreanischen", "S\u00fcdkoreas", "Geheimdienst", "nordkoreanische"]}, {"topic": "russia-dprk", "about": true, "terms": ["Kreml", "Milit\u00e4rhilfe", "Nordkorea", "Russland", "milit\u00e4rische", "Hilfe"]}, {"topic": "ukraine-war", "about": false, "terms": ["Milit\u00e4rkommission", "nordkoreanischen", "Soldaten", "Kursk", "gek\u00e4mpft", "Pj\u00f6ngjang"]}]}', 'e8dad12f50639d9c491bdcadc4a881fd', NULL);
INSERT INTO "matches" (rule_id, story_id, article_key, matched_at, evidence, mail_id, note) VALUES ('korean-peninsula', 'b4796240bd67f65f23b887bde911a4e5', '600c622da0fd7c97b14660fa62610416', '2026-11-25T02:34:18.845371Z', '{"key": "600c622da0fd7c97b14660fa62610416", "story": "b4796240bd67f65f23b887bde911a4e5", "url": "http://www.minato-shimbun.example/articles/55188", "title": [["\u5317\u671d\u9bae", true], ["\u304c\u77ed\u8ddd\u96e2", false], ["\u5f3e\u9053", true], ["\u30df\u30b5\u30a4\u30eb", true], ["2\u767a\u3092", false], ["\u767a\u5c04", true], [" \u65e5\u672c\u306eEEZ\u5916\u306b\u843d\u4e0b\u304b", false]], "passages": [[["\u9632\u885b\u7701\u306b\u3088\u308b\u3068\u30012\u767a\u306f\u7d04300\u30ad\u30ed\u98db\u884c\u3057\u3001\u65e5\u672c\u6d77\u306b\u843d\u4e0b\u3057\u305f\u3002\u6f01\u8239\u3078\u306e\u88ab\u5bb3\u306f\u78ba\u8a8d\u3055\u308c\u3066\u3044\u306a\u3044\u3002 \u9632\u885b\u7701\u306f27\u65e5\u3001", false], ["\u5317\u671d\u9bae", true], ["\u304c\u5348\u524d6\u664240\u5206\u3054\u308d\u3001\u6771\u5cb8\u4ed8\u8fd1\u304b\u3089\u77ed\u8ddd\u96e2", false], ["\u5f3e\u9053", true], ["\u30df\u30b5\u30a4\u30eb", true], ["2\u767a\u3092\u65e5\u672c\u6d77\u306b\u5411\u3051\u3066", false], ["\u767a\u5c04", true], ["\u3057\u305f\u3068\u767a\u8868\u3057\u305f\u3002\u6700\u9ad8\u9ad8\u5ea6\u306f\u7d0450\u30ad\u30ed\u3001\u98db\u884c\u8ddd\u96e2\u306f\u7d04300\u30ad\u30ed\u3067\u3001\u3044\u305a\u308c\u3082\u65e5\u672c\u306e\u6392\u4ed6\u7684\u7d4c\u6e08\u6c34\u57df\u306e\u5916\u306b\u843d\u4e0b\u3057\u305f\u3068\u307f\u3089\u308c\u308b\u3002 \u822a\u7a7a\u6a5f\u3084\u8239\u8236\u3078\u306e\u88ab\u5bb3\u306e\u60c5\u5831\u306f\u5165\u3063\u3066\u3044\u306a\u3044\u3002\u653f\u5e9c\u306f\u5317\u4eac\u306e\u5927\u4f7f\u9928\u30eb\u30fc\u30c8\u3092\u901a\u3058\u3066", false], ["\u5317\u671d\u9bae", true], ["\u306b\u6297\u8b70\u3057\u305f\u3002\u5b98\u623f\u9577\u5b98\u306f\u81e8\u6642\u306e\u8a18\u8005\u4f1a\u898b\u3067\u3001\u56fd\u9023\u5b89\u5168\u4fdd\u969c\u7406\u4e8b\u4f1a\u306e\u6c7a\u8b70\u306b\u9055\u53cd\u3059\u308b\u3082\u306e\u3060\u3068\u6279\u5224\u3057\u305f\u3002 ", false], ["\u767a\u5c04", true], ["\u3055\u308c\u305f\u306e\u306f\u3001\u5909\u5247\u7684\u306a\u8ecc\u9053\u3092\u3068\u308b", false], ["\u56fa\u4f53\u71c3\u6599", true], ["\u578b\u306e\u6539\u826f\u7248\u3068\u307f\u3089\u308c\u308b\u3002", false], ["\u767a\u5c04", true], ["\u53f0\u4ed8\u304d\u306e\u8eca\u4e21\u304b\u3089\u77ed\u3044\u9593\u9694\u3067\u6483\u3066\u308b\u305f\u3081\u3001\u4e8b\u524d\u306b\u5146\u5019\u3092\u3064\u304b\u3080\u3053\u3068\u304c\u96e3\u3057\u3044\u3002\u4eca\u5e74\u306b\u5165\u3063\u3066\u304b\u3089\u2026", false]]], "outlet": "\u307f\u306a\u3068\u65b0\u805e", "country": "JP", "language": "ja", "extraction": "full", "published": "2026-11-23T12:11:00+00:00", "first_seen": "2026-11-25T02:33:53.404000+00:00", "indexed": "2026-11-25T02:34:15.794000+00:00", "topics": [{"topic": "dprk-weapons", "about": true, "terms": ["\u5317\u671d\u9bae", "\u5f3e\u9053", "\u30df\u30b5\u30a4\u30eb", "\u767a\u5c04", "\u56fa\u4f53\u71c3\u6599"]}, {"topic": "korean-peninsula", "about": true, "terms": ["\u5317\u671d\u9bae", "\u5f3e\u9053", "\u30df\u30b5\u30a4\u30eb", "\u767a\u5c04", "\u56fa\u4f53\u71c3\u6599"]}]}', NULL, NULL);
INSERT INTO "meta" (key, value) VALUES ('maintained_at', '"2026-11-25T02:34:00+00:00"');
INSERT INTO "outbox" (id, message_id, kind, rule_id, recipient, subject, message, state, created_at, attempts, next_try, sent_at, last_error, lease_owner, lease_until) VALUES ('431821652287417189b3067f39dcf399', '<431821652287417189b3067f39dcf399@newsroom.example>', 'alert', 'russia-dprk', 'desk@newsroom.example', '[Russia – DPRK] Le Kremlin confirme une possible aide militaire à la Corée du Nord… (La Gazette du Rhône +3)', 'From: veille <veille@newsroom.example>
To: desk@newsroom.example
Subject: [Russia =?utf-8?b?4oCT?= DPRK] Le Kremlin confirme une possible aide
 militaire =?utf-8?q?=C3=A0_la_Cor=C3=A9e_du_Nord=E2=80=A6_=28La_Gazette_du_?=
 =?utf-8?q?Rh=C3=B4ne?= +3)
Date: Wed, 25 Nov 2026 02:34:18 +0000
Message-ID: <431821652287417189b3067f39dcf399@newsroom.example>
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
List-Id: Russia DPRK <russia-dprk.veille.newsroom.example>
List-Unsubscribe: <mailto:desk@newsroom.example?subject=take%20me%20off%20russia-dprk>
X-Veille-Rules: russia-dprk
X-Veille-Story: 0425007396457c196f3b5a4d87b34618
MIME-Version: 1.0
Content-Type: multipart/alternative;
 boundary="=_9a7e36849a55f25721da0fa7820003b1"

--=_9a7e36849a55f25721da0fa7820003b1
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Le Kremlin confirme une possible aide militaire =C3=A0 la Cor=C3=A9e du Nord =
en vertu du trait=C3=A9 de 2024
La Gazette du Rh=C3=B4ne (FR) =C2=B7 French =C2=B7 Tue 24 Nov 2026, 23:38 CET
In the index 3 hours after publication
http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-aide-milita=
ire.html

  *Moscou* dit =C3=AAtre pr=C3=AAt =C3=A0 fournir une assistance *militaire* =
=C3=A0 *Pyongyang* =C2=AB en cas de n=C3=A9cessit=C3=A9 =C2=BB, sur la base d=
u *trait=C3=A9* de partenariat sign=C3=A9 en juin 2024. La Russie est pr=C3=
=AAte =C3=A0 apporter une *aide* *militaire* =C3=A0 la *Cor=C3=A9e du Nord* =
=C2=AB en cas de n=C3=A9cessit=C3=A9 =C2=BB, a fait savoir lundi la pr=C3=A9s=
idence russe, au lendemain de la reconnaissance o=E2=80=A6

Topic: korean-peninsula =E2=80=93 Cor=C3=A9e du Nord, Pyongyang, nord-cor=C3=
=A9enne, S=C3=A9oul, minist=C3=A8re, gouvernement sud-cor=C3=A9en
Topic: russia-dprk =E2=80=93 Kremlin, aide, militaire, Cor=C3=A9e du Nord, tr=
ait=C3=A9, Moscou
Topic: ukraine-war (in passing) =E2=80=93 Cor=C3=A9e du Nord, Pyongyang, Kour=
sk, nord-cor=C3=A9enne, militaire, combattants

Also in:
  L=E2=80=99Observateur du soir (FR)  http://observateur-soir.example/interna=
tional/moscou-pyongyang-assistance
  Le Fil du littoral (FR)  http://www.fil-littoral.example/?p=3D4812
  Le Courrier des Laurentides (CA)  http://courrier-laurentides.example/nouve=
lles/kremlin-traite-coree-nord/

--=20
Rule: Russia =E2=80=93 DPRK (russia-dprk, immediately)
Query: topics:russia-dprk
State: 16 of 20 feeds healthy, nothing waiting
Questions, or to be taken off: desk@newsroom.example

--=_9a7e36849a55f25721da0fa7820003b1
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
MIME-Version: 1.0

<!DOCTYPE html>
<html lang=3D"en">
<head>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1">
<meta name=3D"color-scheme" content=3D"light">
<title>[Russia =E2=80=93 DPRK] Le Kremlin confirme une possible aide militair=
e =C3=A0 la Cor=C3=A9e du Nord=E2=80=A6 (La Gazette du Rh=C3=B4ne +3)</title>
</head>
<body style=3D"margin:0;padding:0;background:#eef0f3;">
<div style=3D"display:none;max-height:0;overflow:hidden;">La Gazette du Rh=C3=
=B4ne: Moscou dit =C3=AAtre pr=C3=AAt =C3=A0 fournir une assistance militaire=
 =C3=A0 Pyongyang =C2=AB en cas de n=C3=A9cessit=C3=A9 =C2=BB, sur la base du=
 trait=C3=A9 de partenariat sign=C3=A9 en juin 2024. La Russie est pr=C3=AAte=
 =C3=A0 apporter une aide militaire =C3=A0 la Cor=C3=A9e du Nord =C2=AB en ca=
s de n=C3=A9cessit=C3=A9 =C2=BB, a fait savoir lundi la pr=C3=A9sidence russe=
, au lendemain de la reconnaissance o=E2=80=A6</div>
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0" style=3D"background:#eef0f3;">
<tr><td align=3D"center" style=3D"padding:24px 12px;">
<table role=3D"presentation" width=3D"640" cellpadding=3D"0" cellspacing=3D"0=
" border=3D"0" style=3D"width:100%;max-width:640px;font-family:-apple-system,=
BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#=
39;,sans-serif;color:#1d2433;">
<tr><td style=3D"background:#16324f;border-radius:10px 10px 0 0;padding:14px =
28px;">
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0"><tr>
<td style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,=
Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:15px;font-wei=
ght:600;color:#ffffff;">Russia =E2=80=93 DPRK</td>
<td align=3D"right" style=3D"font-family:-apple-system,BlinkMacSystemFont,&#3=
9;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-si=
ze:12px;color:#b9c7d6;white-space:nowrap;padding-left:12px;">Wed 25 Nov 2026,=
 03:34 CET</td>
</tr></table>
</td></tr>
<tr><td style=3D"background:#ffffff;padding:26px 28px 8px;border-radius:0 0 1=
0px 10px;">
<div dir=3D"auto" lang=3D"fr" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:22px;line-height:1.35;font-weight:650;">
<a href=3D"http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-=
aide-militaire.html" style=3D"color:#16324f;text-decoration:none;">Le <span s=
tyle=3D"background:#ffe9a8;border-radius:2px;">Kremlin</span> confirme une po=
ssible <span style=3D"background:#ffe9a8;border-radius:2px;">aide</span> <spa=
n style=3D"background:#ffe9a8;border-radius:2px;">militaire</span> =C3=A0 la =
<span style=3D"background:#ffe9a8;border-radius:2px;">Cor=C3=A9e du Nord</spa=
n> en vertu du <span style=3D"background:#ffe9a8;border-radius:2px;">trait=C3=
=A9</span> de 2024</a>
</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:13px;line-he=
ight:1.5;color:#5d6778;margin:6px 0 0;">
<b style=3D"font-weight:600;color:#1d2433;">La Gazette du Rh=C3=B4ne</b> &mid=
dot; FR &middot; French &middot; Tue 24 Nov 2026, 23:38 CET
<div>In the index 3 hours after publication</div>
</div>
<div dir=3D"auto" lang=3D"fr" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:15px;line-height:1.6;color:#2c3547;margin:12px 0 0;padding-left:=
12px;border-left:3px solid #d8dee7;"><span style=3D"background:#ffe9a8;border=
-radius:2px;">Moscou</span> dit =C3=AAtre pr=C3=AAt =C3=A0 fournir une assist=
ance <span style=3D"background:#ffe9a8;border-radius:2px;">militaire</span> =
=C3=A0 <span style=3D"background:#ffe9a8;border-radius:2px;">Pyongyang</span>=
 =C2=AB en cas de n=C3=A9cessit=C3=A9 =C2=BB, sur la base du <span style=3D"b=
ackground:#ffe9a8;border-radius:2px;">trait=C3=A9</span> de partenariat sign=
=C3=A9 en juin 2024. La Russie est pr=C3=AAte =C3=A0 apporter une <span style=
=3D"background:#ffe9a8;border-radius:2px;">aide</span> <span style=3D"backgro=
und:#ffe9a8;border-radius:2px;">militaire</span> =C3=A0 la <span style=3D"bac=
kground:#ffe9a8;border-radius:2px;">Cor=C3=A9e du Nord</span> =C2=AB en cas d=
e n=C3=A9cessit=C3=A9 =C2=BB, a fait savoir lundi la pr=C3=A9sidence russe, a=
u lendemain de la reconnaissance o=E2=80=A6</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:12px;line-he=
ight:2;margin:12px 0 0;">
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">korean-peninsula</span> <span lang=3D"fr" styl=
e=3D"color:#5d6778;">Cor=C3=A9e du Nord, Pyongyang, nord-cor=C3=A9enne, S=C3=
=A9oul, minist=C3=A8re, gouvernement sud-cor=C3=A9en</span></div>
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">russia-dprk</span> <span lang=3D"fr" style=3D"=
color:#5d6778;">Kremlin, aide, militaire, Cor=C3=A9e du Nord, trait=C3=A9, Mo=
scou</span></div>
<div><span style=3D"background:#f1f3f6;color:#5d6778;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">ukraine-war</span> <span lang=3D"fr" style=3D"=
color:#5d6778;">Cor=C3=A9e du Nord, Pyongyang, Koursk, nord-cor=C3=A9enne, mi=
litaire, combattants (in passing)</span></div>
</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:13px;line-he=
ight:1.6;color:#5d6778;margin:12px 0 0;">Also in
<a href=3D"http://observateur-soir.example/international/moscou-pyongyang-ass=
istance" style=3D"color:#2b5c8a;">L=E2=80=99Observateur du soir</a> (FR), <a =
href=3D"http://www.fil-littoral.example/?p=3D4812" style=3D"color:#2b5c8a;">L=
e Fil du littoral</a> (FR), <a href=3D"http://courrier-laurentides.example/no=
uvelles/kremlin-traite-coree-nord/" style=3D"color:#2b5c8a;">Le Courrier des =
Laurentides</a> (CA)</div>

<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"0"=
 style=3D"margin:20px 0 18px;"><tr><td style=3D"background:#16324f;border-rad=
ius:6px;">
<a href=3D"http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-=
aide-militaire.html" style=3D"display:inline-block;padding:10px 18px;font-fam=
ily:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Aria=
l,&#39;Noto Sans&#39;,sans-serif;font-size:14px;font-weight:600;color:#ffffff=
;text-decoration:none;">Read at La Gazette du Rh=C3=B4ne</a>
</td></tr></table>
</td></tr>
<tr><td style=3D"padding:18px 28px;font-family:-apple-system,BlinkMacSystemFo=
nt,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;f=
ont-size:12px;line-height:1.6;color:#5d6778;">
<div><b style=3D"font-weight:600;color:#3d4657;">Russia =E2=80=93 DPRK</b> &m=
iddot; immediately &middot; <span style=3D"font-family:ui-monospace,Menlo,Con=
solas,monospace;font-size:11px;word-break:break-word;">topics:russia-dprk</sp=
an></div>
<div style=3D"margin-top:6px;">16 of 20 feeds healthy, nothing waiting</div><=
div style=3D"margin-top:6px;">Questions, or to be taken off: desk@newsroom.ex=
ample</div></td></tr>
</table>
</td></tr>
</table>
</body>
</html>

--=_9a7e36849a55f25721da0fa7820003b1--
', 'sent', '2026-11-25T02:34:18.845371Z', 1, NULL, '2026-11-25T02:34:19.468391Z', NULL, NULL, NULL);
INSERT INTO "outbox" (id, message_id, kind, rule_id, recipient, subject, message, state, created_at, attempts, next_try, sent_at, last_error, lease_owner, lease_until) VALUES ('e7722bd2658492134a4e95704c405887', '<e7722bd2658492134a4e95704c405887@newsroom.example>', 'alert', 'russia-dprk', 'desk@newsroom.example', '[Russia – DPRK] 크렘린 "조약 따라 북한에 군사 지원 가능"…파병 시인 하루 만 (한강일보)', 'From: veille <veille@newsroom.example>
To: desk@newsroom.example
Subject: [Russia =?utf-8?b?4oCTIERQUktdIO2BrOugmOumsCAi7KGw7JW9IOuUsOudvCA=?=
 =?utf-8?b?67aB7ZWc7JeQIOq1sOyCrCDsp4Dsm5Ag6rCA64qlIuKApu2MjOuzkSDsi5zsnbgg?=
 =?utf-8?b?7ZWY66OoIOunjCAo7ZWc6rCV7J2867O0KQ==?=
Date: Wed, 25 Nov 2026 02:34:18 +0000
Message-ID: <e7722bd2658492134a4e95704c405887@newsroom.example>
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
List-Id: Russia DPRK <russia-dprk.veille.newsroom.example>
List-Unsubscribe: <mailto:desk@newsroom.example?subject=take%20me%20off%20russia-dprk>
X-Veille-Rules: russia-dprk
X-Veille-Story: 0fb641dfefe1acf21267acb86fbefe46
MIME-Version: 1.0
Content-Type: multipart/alternative;
 boundary="=_e77c4b4a9096626a881d42ffe7f6d792"

--=_e77c4b4a9096626a881d42ffe7f6d792
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

=ED=81=AC=EB=A0=98=EB=A6=B0 "=EC=A1=B0=EC=95=BD =EB=94=B0=EB=9D=BC =EB=B6=81=
=ED=95=9C=EC=97=90 =EA=B5=B0=EC=82=AC =EC=A7=80=EC=9B=90 =EA=B0=80=EB=8A=A5"=
=E2=80=A6=ED=8C=8C=EB=B3=91 =EC=8B=9C=EC=9D=B8 =ED=95=98=EB=A3=A8 =EB=A7=8C
=ED=95=9C=EA=B0=95=EC=9D=BC=EB=B3=B4 (KR) =C2=B7 Korean =C2=B7 Wed 25 Nov 202=
6, 01:06 CET
In the index 2 hours after publication
http://www.hangang-ilbo.example/article/view.php?idxno=3D204881

  *=EB=9F=AC=EC=8B=9C=EC=95=84* *=EB=8C=80=ED=86=B5=EB=A0=B9=EC=8B=A4*=EC=9D=
=B4 2024=EB=85=84 =EC=B2=B4=EA=B2=B0=ED=95=9C =EB=B6=81=EB=9F=AC *=EC=A1=B0=
=EC=95=BD*=EC=9D=84 =EA=B7=BC=EA=B1=B0=EB=A1=9C *=EB=B6=81=ED=95=9C*=EC=97=90=
 =EB=8C=80=ED=95=9C *=EA=B5=B0=EC=82=AC* *=EC=A7=80=EC=9B=90* =EA=B0=80=EB=8A=
=A5=EC=84=B1=EC=9D=84 =EA=B3=B5=EC=8B=9D =ED=99=95=EC=9D=B8=ED=96=88=EB=8B=A4=
. *=EB=9F=AC=EC=8B=9C=EC=95=84*=EA=B0=80 =EC=A7=80=EB=82=9C=ED=95=B4 =EC=B2=
=B4=EA=B2=B0=ED=95=9C *=EC=A1=B0=EC=95=BD*=EC=97=90 =EB=94=B0=EB=9D=BC =ED=95=
=84=EC=9A=94=ED=95=A0 =EA=B2=BD=EC=9A=B0 *=EB=B6=81=ED=95=9C*=EC=97=90 *=EA=
=B5=B0=EC=82=AC* *=EC=A7=80=EC=9B=90*=EC=9D=84 =ED=95=A0 =EC=88=98 =EC=9E=88=
=EB=8B=A4=EA=B3=A0 *=ED=81=AC=EB=A0=98=EB=A6=B0*=EA=B6=81=EC=9D=B4 28=EC=9D=
=BC =EB=B0=9D=ED=98=94=EB=8B=A4. *=EB=B6=81=ED=95=9C*=EC=9D=B4 *=EB=9F=AC=EC=
=8B=9C=EC=95=84* *=EC=BF=A0=EB=A5=B4=EC=8A=A4=ED=81=AC* =EC=A7=80=EC=97=AD=EC=
=97=90 *=EB=B3=91=EB=A0=A5*=EC=9D=84 =EB=B3=B4=EB=82=B8 =EC=82=AC=EC=8B=A4=EC=
=9D=84 =EC=B2=98=EC=9D=8C=EC=9C=BC=EB=A1=9C =EA=B3=B5=EC=8B=9D =EC=9D=B8=EC=
=A0=95=ED=95=9C =EC=A7=80 =ED=95=98=EB=A3=A8 =EB=A7=8C=EC=9D=B4=EB=8B=A4. *=
=ED=81=AC=EB=A0=98=EB=A6=B0*=EA=B6=81 =EB=8C=80=EB=B3=80=EC=9D=B8=EC=9D=80 =
=EC=9D=B4=EB=82=A0 =EC=A0=95=EB=A1=80 =EB=B8=8C=EB=A6=AC=ED=95=91=EC=97=90=EC=
=84=9C 2024=EB=85=84 6=EC=9B=94 *=ED=8F=89=EC=96=91*=EC=97=90=EC=84=9C =EC=84=
=9C=EB=AA=85=EB=90=9C =ED=8F=AC=EA=B4=84=EC=A0=81 =EC=A0=84=EB=9E=B5 =EB=8F=
=99=EB=B0=98=EC=9E=90 =EA=B4=80=EA=B3=84 *=EC=A1=B0=EC=95=BD*=EC=9D=B4 =EC=9D=
=B4=EB=AF=B8 =ED=9A=A8=EB=A0=A5=EC=9D=84 =EA=B0=96=EA=B3=A0 =EC=9E=88=EC=9C=
=BC=EB=A9=B0 =EA=B7=B8 =EB=82=B4=EC=9A=A9=EC=9D=80 =EC=96=91=EC=AA=BD =EB=AA=
=A8=EB=91=90=EC=97=90 =EC=A0=81=EC=9A=A9=EB=90=9C=EB=8B=A4=EB=8A=94 =EC=B7=A8=
=EC=A7=80=EB=A1=9C =EB=8B=B5=ED=96=88=EB=8B=A4. *=EC=A1=B0=EC=95=BD* 4=EC=A1=
=B0=EB=8A=94 =ED=95=9C=EC=AA=BD=EC=9D=B4 =EB=AC=B4=EB=A0=A5 =EC=B9=A8=EA=B3=
=B5=EC=9D=84 =EB=B0=9B=EC=95=84 =EC=A0=84=EC=9F=81 =EC=83=81=ED=83=9C=EC=97=
=90 =EB=86=93=EC=9D=B4=EB=A9=B4 =EB=8B=A4=EB=A5=B8 =EC=AA=BD=EC=9D=B4 =EC=A7=
=80=EC=B2=B4 =EC=97=86=EC=9D=B4 =EB=AA=A8=EB=93=A0 =EC=88=98=EB=8B=A8=EC=9C=
=BC=EB=A1=9C=E2=80=A6

Topic: korean-peninsula =E2=80=93 =EB=B6=81=ED=95=9C, =EB=8C=80=ED=86=B5=EB=
=A0=B9=EC=8B=A4, =ED=8F=89=EC=96=91, =EA=B5=AD=EB=B0=A9=EB=B6=80
Topic: russia-dprk =E2=80=93 =ED=81=AC=EB=A0=98=EB=A6=B0, =EC=A1=B0=EC=95=BD,=
 =EB=B6=81=ED=95=9C, =EA=B5=B0=EC=82=AC, =EC=A7=80=EC=9B=90, =ED=8C=8C=EB=B3=
=91
Topic: ukraine-war (in passing) =E2=80=93 =EB=9F=AC=EC=8B=9C=EC=95=84, =EB=B6=
=81=ED=95=9C, =ED=81=AC=EB=A0=98=EB=A6=B0, =EC=BF=A0=EB=A5=B4=EC=8A=A4=ED=81=
=AC, =EB=B3=91=EB=A0=A5, =EA=B5=B0=EC=82=AC

--=20
Rule: Russia =E2=80=93 DPRK (russia-dprk, immediately)
Query: topics:russia-dprk
State: 16 of 20 feeds healthy, nothing waiting
Questions, or to be taken off: desk@newsroom.example

--=_e77c4b4a9096626a881d42ffe7f6d792
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
MIME-Version: 1.0

<!DOCTYPE html>
<html lang=3D"en">
<head>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1">
<meta name=3D"color-scheme" content=3D"light">
<title>[Russia =E2=80=93 DPRK] =ED=81=AC=EB=A0=98=EB=A6=B0 &#34;=EC=A1=B0=EC=
=95=BD =EB=94=B0=EB=9D=BC =EB=B6=81=ED=95=9C=EC=97=90 =EA=B5=B0=EC=82=AC =EC=
=A7=80=EC=9B=90 =EA=B0=80=EB=8A=A5&#34;=E2=80=A6=ED=8C=8C=EB=B3=91 =EC=8B=9C=
=EC=9D=B8 =ED=95=98=EB=A3=A8 =EB=A7=8C (=ED=95=9C=EA=B0=95=EC=9D=BC=EB=B3=B4)=
</title>
</head>
<body style=3D"margin:0;padding:0;background:#eef0f3;">
<div style=3D"display:none;max-height:0;overflow:hidden;">=ED=95=9C=EA=B0=95=
=EC=9D=BC=EB=B3=B4: =EB=9F=AC=EC=8B=9C=EC=95=84 =EB=8C=80=ED=86=B5=EB=A0=B9=
=EC=8B=A4=EC=9D=B4 2024=EB=85=84 =EC=B2=B4=EA=B2=B0=ED=95=9C =EB=B6=81=EB=9F=
=AC =EC=A1=B0=EC=95=BD=EC=9D=84 =EA=B7=BC=EA=B1=B0=EB=A1=9C =EB=B6=81=ED=95=
=9C=EC=97=90 =EB=8C=80=ED=95=9C =EA=B5=B0=EC=82=AC =EC=A7=80=EC=9B=90 =EA=B0=
=80=EB=8A=A5=EC=84=B1=EC=9D=84 =EA=B3=B5=EC=8B=9D =ED=99=95=EC=9D=B8=ED=96=88=
=EB=8B=A4. =EB=9F=AC=EC=8B=9C=EC=95=84=EA=B0=80 =EC=A7=80=EB=82=9C=ED=95=B4 =
=EC=B2=B4=EA=B2=B0=ED=95=9C =EC=A1=B0=EC=95=BD=EC=97=90 =EB=94=B0=EB=9D=BC =
=ED=95=84=EC=9A=94=ED=95=A0 =EA=B2=BD=EC=9A=B0 =EB=B6=81=ED=95=9C=EC=97=90 =
=EA=B5=B0=EC=82=AC =EC=A7=80=EC=9B=90=EC=9D=84 =ED=95=A0 =EC=88=98 =EC=9E=88=
=EB=8B=A4=EA=B3=A0 =ED=81=AC=EB=A0=98=EB=A6=B0=EA=B6=81=EC=9D=B4 28=EC=9D=BC =
=EB=B0=9D=ED=98=94=EB=8B=A4. =EB=B6=81=ED=95=9C=EC=9D=B4 =EB=9F=AC=EC=8B=9C=
=EC=95=84 =EC=BF=A0=EB=A5=B4=EC=8A=A4=ED=81=AC =EC=A7=80=EC=97=AD=EC=97=90 =
=EB=B3=91=EB=A0=A5=EC=9D=84 =EB=B3=B4=EB=82=B8 =EC=82=AC=EC=8B=A4=EC=9D=84 =
=EC=B2=98=EC=9D=8C=EC=9C=BC=EB=A1=9C =EA=B3=B5=EC=8B=9D =EC=9D=B8=EC=A0=95=ED=
=95=9C =EC=A7=80 =ED=95=98=EB=A3=A8 =EB=A7=8C=EC=9D=B4=EB=8B=A4. =ED=81=AC=EB=
=A0=98=EB=A6=B0=EA=B6=81 =EB=8C=80=EB=B3=80=EC=9D=B8=EC=9D=80 =EC=9D=B4=EB=82=
=A0 =EC=A0=95=EB=A1=80 =EB=B8=8C=EB=A6=AC=ED=95=91=EC=97=90=EC=84=9C 2024=EB=
=85=84 6=EC=9B=94 =ED=8F=89=EC=96=91=EC=97=90=EC=84=9C =EC=84=9C=EB=AA=85=EB=
=90=9C =ED=8F=AC=EA=B4=84=EC=A0=81 =EC=A0=84=EB=9E=B5 =EB=8F=99=EB=B0=98=EC=
=9E=90 =EA=B4=80=EA=B3=84 =EC=A1=B0=EC=95=BD=EC=9D=B4 =EC=9D=B4=EB=AF=B8 =ED=
=9A=A8=EB=A0=A5=EC=9D=84 =EA=B0=96=EA=B3=A0 =EC=9E=88=EC=9C=BC=EB=A9=B0 =EA=
=B7=B8 =EB=82=B4=EC=9A=A9=EC=9D=80 =EC=96=91=EC=AA=BD =EB=AA=A8=EB=91=90=EC=
=97=90 =EC=A0=81=EC=9A=A9=EB=90=9C=EB=8B=A4=EB=8A=94 =EC=B7=A8=EC=A7=80=EB=A1=
=9C =EB=8B=B5=ED=96=88=EB=8B=A4. =EC=A1=B0=EC=95=BD 4=EC=A1=B0=EB=8A=94 =ED=
=95=9C=EC=AA=BD=EC=9D=B4 =EB=AC=B4=EB=A0=A5 =EC=B9=A8=EA=B3=B5=EC=9D=84 =EB=
=B0=9B=EC=95=84 =EC=A0=84=EC=9F=81 =EC=83=81=ED=83=9C=EC=97=90 =EB=86=93=EC=
=9D=B4=EB=A9=B4 =EB=8B=A4=EB=A5=B8 =EC=AA=BD=EC=9D=B4 =EC=A7=80=EC=B2=B4 =EC=
=97=86=EC=9D=B4 =EB=AA=A8=EB=93=A0 =EC=88=98=EB=8B=A8=EC=9C=BC=EB=A1=9C=E2=80=
=A6</div>
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0" style=3D"background:#eef0f3;">
<tr><td align=3D"center" style=3D"padding:24px 12px;">
<table role=3D"presentation" width=3D"640" cellpadding=3D"0" cellspacing=3D"0=
" border=3D"0" style=3D"width:100%;max-width:640px;font-family:-apple-system,=
BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#=
39;,sans-serif;color:#1d2433;">
<tr><td style=3D"background:#16324f;border-radius:10px 10px 0 0;padding:14px =
28px;">
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0"><tr>
<td style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,=
Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:15px;font-wei=
ght:600;color:#ffffff;">Russia =E2=80=93 DPRK</td>
<td align=3D"right" style=3D"font-family:-apple-system,BlinkMacSystemFont,&#3=
9;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-si=
ze:12px;color:#b9c7d6;white-space:nowrap;padding-left:12px;">Wed 25 Nov 2026,=
 03:34 CET</td>
</tr></table>
</td></tr>
<tr><td style=3D"background:#ffffff;padding:26px 28px 8px;border-radius:0 0 1=
0px 10px;">
<div dir=3D"auto" lang=3D"ko" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:22px;line-height:1.35;font-weight:650;">
<a href=3D"http://www.hangang-ilbo.example/article/view.php?idxno=3D204881" s=
tyle=3D"color:#16324f;text-decoration:none;"><span style=3D"background:#ffe9a=
8;border-radius:2px;">=ED=81=AC=EB=A0=98=EB=A6=B0</span> &#34;<span style=3D"=
background:#ffe9a8;border-radius:2px;">=EC=A1=B0=EC=95=BD</span> =EB=94=B0=EB=
=9D=BC <span style=3D"background:#ffe9a8;border-radius:2px;">=EB=B6=81=ED=95=
=9C</span>=EC=97=90 <span style=3D"background:#ffe9a8;border-radius:2px;">=EA=
=B5=B0=EC=82=AC</span> <span style=3D"background:#ffe9a8;border-radius:2px;">=
=EC=A7=80=EC=9B=90</span> =EA=B0=80=EB=8A=A5&#34;=E2=80=A6<span style=3D"back=
ground:#ffe9a8;border-radius:2px;">=ED=8C=8C=EB=B3=91</span> =EC=8B=9C=EC=9D=
=B8 =ED=95=98=EB=A3=A8 =EB=A7=8C</a>
</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:13px;line-he=
ight:1.5;color:#5d6778;margin:6px 0 0;">
<b style=3D"font-weight:600;color:#1d2433;">=ED=95=9C=EA=B0=95=EC=9D=BC=EB=B3=
=B4</b> &middot; KR &middot; Korean &middot; Wed 25 Nov 2026, 01:06 CET
<div>In the index 2 hours after publication</div>
</div>
<div dir=3D"auto" lang=3D"ko" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:15px;line-height:1.6;color:#2c3547;margin:12px 0 0;padding-left:=
12px;border-left:3px solid #d8dee7;"><span style=3D"background:#ffe9a8;border=
-radius:2px;">=EB=9F=AC=EC=8B=9C=EC=95=84</span> <span style=3D"background:#f=
fe9a8;border-radius:2px;">=EB=8C=80=ED=86=B5=EB=A0=B9=EC=8B=A4</span>=EC=9D=
=B4 2024=EB=85=84 =EC=B2=B4=EA=B2=B0=ED=95=9C =EB=B6=81=EB=9F=AC <span style=
=3D"background:#ffe9a8;border-radius:2px;">=EC=A1=B0=EC=95=BD</span>=EC=9D=84=
 =EA=B7=BC=EA=B1=B0=EB=A1=9C <span style=3D"background:#ffe9a8;border-radius:=
2px;">=EB=B6=81=ED=95=9C</span>=EC=97=90 =EB=8C=80=ED=95=9C <span style=3D"ba=
ckground:#ffe9a8;border-radius:2px;">=EA=B5=B0=EC=82=AC</span> <span style=3D=
"background:#ffe9a8;border-radius:2px;">=EC=A7=80=EC=9B=90</span> =EA=B0=80=
=EB=8A=A5=EC=84=B1=EC=9D=84 =EA=B3=B5=EC=8B=9D =ED=99=95=EC=9D=B8=ED=96=88=EB=
=8B=A4. <span style=3D"background:#ffe9a8;border-radius:2px;">=EB=9F=AC=EC=8B=
=9C=EC=95=84</span>=EA=B0=80 =EC=A7=80=EB=82=9C=ED=95=B4 =EC=B2=B4=EA=B2=B0=
=ED=95=9C <span style=3D"background:#ffe9a8;border-radius:2px;">=EC=A1=B0=EC=
=95=BD</span>=EC=97=90 =EB=94=B0=EB=9D=BC =ED=95=84=EC=9A=94=ED=95=A0 =EA=B2=
=BD=EC=9A=B0 <span style=3D"background:#ffe9a8;border-radius:2px;">=EB=B6=81=
=ED=95=9C</span>=EC=97=90 <span style=3D"background:#ffe9a8;border-radius:2px=
;">=EA=B5=B0=EC=82=AC</span> <span style=3D"background:#ffe9a8;border-radius:=
2px;">=EC=A7=80=EC=9B=90</span>=EC=9D=84 =ED=95=A0 =EC=88=98 =EC=9E=88=EB=8B=
=A4=EA=B3=A0 <span style=3D"background:#ffe9a8;border-radius:2px;">=ED=81=AC=
=EB=A0=98=EB=A6=B0</span>=EA=B6=81=EC=9D=B4 28=EC=9D=BC =EB=B0=9D=ED=98=94=EB=
=8B=A4. <span style=3D"background:#ffe9a8;border-radius:2px;">=EB=B6=81=ED=95=
=9C</span>=EC=9D=B4 <span style=3D"background:#ffe9a8;border-radius:2px;">=EB=
=9F=AC=EC=8B=9C=EC=95=84</span> <span style=3D"background:#ffe9a8;border-radi=
us:2px;">=EC=BF=A0=EB=A5=B4=EC=8A=A4=ED=81=AC</span> =EC=A7=80=EC=97=AD=EC=97=
=90 <span style=3D"background:#ffe9a8;border-radius:2px;">=EB=B3=91=EB=A0=A5<=
/span>=EC=9D=84 =EB=B3=B4=EB=82=B8 =EC=82=AC=EC=8B=A4=EC=9D=84 =EC=B2=98=EC=
=9D=8C=EC=9C=BC=EB=A1=9C =EA=B3=B5=EC=8B=9D =EC=9D=B8=EC=A0=95=ED=95=9C =EC=
=A7=80 =ED=95=98=EB=A3=A8 =EB=A7=8C=EC=9D=B4=EB=8B=A4. <span style=3D"backgro=
und:#ffe9a8;border-radius:2px;">=ED=81=AC=EB=A0=98=EB=A6=B0</span>=EA=B6=81 =
=EB=8C=80=EB=B3=80=EC=9D=B8=EC=9D=80 =EC=9D=B4=EB=82=A0 =EC=A0=95=EB=A1=80 =
=EB=B8=8C=EB=A6=AC=ED=95=91=EC=97=90=EC=84=9C 2024=EB=85=84 6=EC=9B=94 <span =
style=3D"background:#ffe9a8;border-radius:2px;">=ED=8F=89=EC=96=91</span>=EC=
=97=90=EC=84=9C =EC=84=9C=EB=AA=85=EB=90=9C =ED=8F=AC=EA=B4=84=EC=A0=81 =EC=
=A0=84=EB=9E=B5 =EB=8F=99=EB=B0=98=EC=9E=90 =EA=B4=80=EA=B3=84 <span style=3D=
"background:#ffe9a8;border-radius:2px;">=EC=A1=B0=EC=95=BD</span>=EC=9D=B4 =
=EC=9D=B4=EB=AF=B8 =ED=9A=A8=EB=A0=A5=EC=9D=84 =EA=B0=96=EA=B3=A0 =EC=9E=88=
=EC=9C=BC=EB=A9=B0 =EA=B7=B8 =EB=82=B4=EC=9A=A9=EC=9D=80 =EC=96=91=EC=AA=BD =
=EB=AA=A8=EB=91=90=EC=97=90 =EC=A0=81=EC=9A=A9=EB=90=9C=EB=8B=A4=EB=8A=94 =EC=
=B7=A8=EC=A7=80=EB=A1=9C =EB=8B=B5=ED=96=88=EB=8B=A4. <span style=3D"backgrou=
nd:#ffe9a8;border-radius:2px;">=EC=A1=B0=EC=95=BD</span> 4=EC=A1=B0=EB=8A=94 =
=ED=95=9C=EC=AA=BD=EC=9D=B4 =EB=AC=B4=EB=A0=A5 =EC=B9=A8=EA=B3=B5=EC=9D=84 =
=EB=B0=9B=EC=95=84 =EC=A0=84=EC=9F=81 =EC=83=81=ED=83=9C=EC=97=90 =EB=86=93=
=EC=9D=B4=EB=A9=B4 =EB=8B=A4=EB=A5=B8 =EC=AA=BD=EC=9D=B4 =EC=A7=80=EC=B2=B4 =
=EC=97=86=EC=9D=B4 =EB=AA=A8=EB=93=A0 =EC=88=98=EB=8B=A8=EC=9C=BC=EB=A1=9C=E2=
=80=A6</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:12px;line-he=
ight:2;margin:12px 0 0;">
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">korean-peninsula</span> <span lang=3D"ko" styl=
e=3D"color:#5d6778;">=EB=B6=81=ED=95=9C, =EB=8C=80=ED=86=B5=EB=A0=B9=EC=8B=A4=
, =ED=8F=89=EC=96=91, =EA=B5=AD=EB=B0=A9=EB=B6=80</span></div>
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">russia-dprk</span> <span lang=3D"ko" style=3D"=
color:#5d6778;">=ED=81=AC=EB=A0=98=EB=A6=B0, =EC=A1=B0=EC=95=BD, =EB=B6=81=ED=
=95=9C, =EA=B5=B0=EC=82=AC, =EC=A7=80=EC=9B=90, =ED=8C=8C=EB=B3=91</span></di=
v>
<div><span style=3D"background:#f1f3f6;color:#5d6778;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">ukraine-war</span> <span lang=3D"ko" style=3D"=
color:#5d6778;">=EB=9F=AC=EC=8B=9C=EC=95=84, =EB=B6=81=ED=95=9C, =ED=81=AC=EB=
=A0=98=EB=A6=B0, =EC=BF=A0=EB=A5=B4=EC=8A=A4=ED=81=AC, =EB=B3=91=EB=A0=A5, =
=EA=B5=B0=EC=82=AC (in passing)</span></div>
</div>

<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"0"=
 style=3D"margin:20px 0 18px;"><tr><td style=3D"background:#16324f;border-rad=
ius:6px;">
<a href=3D"http://www.hangang-ilbo.example/article/view.php?idxno=3D204881" s=
tyle=3D"display:inline-block;padding:10px 18px;font-family:-apple-system,Blin=
kMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,=
sans-serif;font-size:14px;font-weight:600;color:#ffffff;text-decoration:none;=
">Read at =ED=95=9C=EA=B0=95=EC=9D=BC=EB=B3=B4</a>
</td></tr></table>
</td></tr>
<tr><td style=3D"padding:18px 28px;font-family:-apple-system,BlinkMacSystemFo=
nt,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;f=
ont-size:12px;line-height:1.6;color:#5d6778;">
<div><b style=3D"font-weight:600;color:#3d4657;">Russia =E2=80=93 DPRK</b> &m=
iddot; immediately &middot; <span style=3D"font-family:ui-monospace,Menlo,Con=
solas,monospace;font-size:11px;word-break:break-word;">topics:russia-dprk</sp=
an></div>
<div style=3D"margin-top:6px;">16 of 20 feeds healthy, nothing waiting</div><=
div style=3D"margin-top:6px;">Questions, or to be taken off: desk@newsroom.ex=
ample</div></td></tr>
</table>
</td></tr>
</table>
</body>
</html>

--=_e77c4b4a9096626a881d42ffe7f6d792--
', 'sent', '2026-11-25T02:34:18.845371Z', 1, NULL, '2026-11-25T02:34:19.632647Z', NULL, NULL, NULL);
INSERT INTO "outbox" (id, message_id, kind, rule_id, recipient, subject, message, state, created_at, attempts, next_try, sent_at, last_error, lease_owner, lease_until) VALUES ('13ca4975ae16469bd261bd95f0a599f5', '<13ca4975ae16469bd261bd95f0a599f5@newsroom.example>', 'alert', 'russia-dprk', 'desk@newsroom.example', '[Russia – DPRK] Kreml bestätigt mögliche Militärhilfe für Nordkorea (Elbe-Kurier)', 'From: veille <veille@newsroom.example>
To: desk@newsroom.example
Subject: [Russia =?utf-8?b?4oCTIERQUktdIEtyZW1sIGJlc3TDpHRpZ3QgbcO2Z2xp?=
 =?utf-8?q?che_Milit=C3=A4rhilfe_f=C3=BCr?= Nordkorea (Elbe-Kurier)
Date: Wed, 25 Nov 2026 02:34:18 +0000
Message-ID: <13ca4975ae16469bd261bd95f0a599f5@newsroom.example>
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
List-Id: Russia DPRK <russia-dprk.veille.newsroom.example>
List-Unsubscribe: <mailto:desk@newsroom.example?subject=take%20me%20off%20russia-dprk>
X-Veille-Rules: russia-dprk
X-Veille-Story: 20327624a701a487029961bf45ec32c1
MIME-Version: 1.0
Content-Type: multipart/alternative;
 boundary="=_d2b3a544fd7b6b9b9b74b4782301cb3c"

--=_d2b3a544fd7b6b9b9b74b4782301cb3c
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Kreml best=C3=A4tigt m=C3=B6gliche Milit=C3=A4rhilfe f=C3=BCr Nordkorea
Elbe-Kurier (DE) =C2=B7 German =C2=B7 Wed 25 Nov 2026, 01:11 CET
In the index 2 hours after publication
http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.ht=
ml

  *Russland* h=C3=A4lt *milit=C3=A4rische* *Hilfe* f=C3=BCr *Nordkorea* f=C3=
=BCr m=C3=B6glich, falls das Land sie brauchen sollte. Das machte der Spreche=
r des Kremls am Montag in Moskau deutlich. Grundlage sei der Vertrag =C3=BCbe=
r eine umfassende strategische Partnerschaft, den beide Seiten im Juni 2024 i=
n *Pj=C3=B6ngjang* unterzeichnet haben und der inzwischen in=E2=80=A6

Topic: korean-peninsula =E2=80=93 Nordkorea, Pj=C3=B6ngjang, nordkoreanischen=
, S=C3=BCdkoreas, Geheimdienst, nordkoreanische
Topic: russia-dprk =E2=80=93 Kreml, Milit=C3=A4rhilfe, Nordkorea, Russland, m=
ilit=C3=A4rische, Hilfe
Topic: ukraine-war (in passing) =E2=80=93 Milit=C3=A4rkommission, nordkoreani=
schen, Soldaten, Kursk, gek=C3=A4mpft, Pj=C3=B6ngjang

--=20
Rule: Russia =E2=80=93 DPRK (russia-dprk, immediately)
Query: topics:russia-dprk
State: 16 of 20 feeds healthy, nothing waiting
Questions, or to be taken off: desk@newsroom.example

--=_d2b3a544fd7b6b9b9b74b4782301cb3c
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
MIME-Version: 1.0

<!DOCTYPE html>
<html lang=3D"en">
<head>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1">
<meta name=3D"color-scheme" content=3D"light">
<title>[Russia =E2=80=93 DPRK] Kreml best=C3=A4tigt m=C3=B6gliche Milit=C3=A4=
rhilfe f=C3=BCr Nordkorea (Elbe-Kurier)</title>
</head>
<body style=3D"margin:0;padding:0;background:#eef0f3;">
<div style=3D"display:none;max-height:0;overflow:hidden;">Elbe-Kurier: Russla=
nd h=C3=A4lt milit=C3=A4rische Hilfe f=C3=BCr Nordkorea f=C3=BCr m=C3=B6glich=
, falls das Land sie brauchen sollte. Das machte der Sprecher des Kremls am M=
ontag in Moskau deutlich. Grundlage sei der Vertrag =C3=BCber eine umfassende=
 strategische Partnerschaft, den beide Seiten im Juni 2024 in Pj=C3=B6ngjang =
unterzeichnet haben und der inzwischen in=E2=80=A6</div>
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0" style=3D"background:#eef0f3;">
<tr><td align=3D"center" style=3D"padding:24px 12px;">
<table role=3D"presentation" width=3D"640" cellpadding=3D"0" cellspacing=3D"0=
" border=3D"0" style=3D"width:100%;max-width:640px;font-family:-apple-system,=
BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#=
39;,sans-serif;color:#1d2433;">
<tr><td style=3D"background:#16324f;border-radius:10px 10px 0 0;padding:14px =
28px;">
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0"><tr>
<td style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,=
Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:15px;font-wei=
ght:600;color:#ffffff;">Russia =E2=80=93 DPRK</td>
<td align=3D"right" style=3D"font-family:-apple-system,BlinkMacSystemFont,&#3=
9;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-si=
ze:12px;color:#b9c7d6;white-space:nowrap;padding-left:12px;">Wed 25 Nov 2026,=
 03:34 CET</td>
</tr></table>
</td></tr>
<tr><td style=3D"background:#ffffff;padding:26px 28px 8px;border-radius:0 0 1=
0px 10px;">
<div dir=3D"auto" lang=3D"de" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:22px;line-height:1.35;font-weight:650;">
<a href=3D"http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhil=
fe-91823.html" style=3D"color:#16324f;text-decoration:none;"><span style=3D"b=
ackground:#ffe9a8;border-radius:2px;">Kreml</span> best=C3=A4tigt m=C3=B6glic=
he <span style=3D"background:#ffe9a8;border-radius:2px;">Milit=C3=A4rhilfe</s=
pan> f=C3=BCr <span style=3D"background:#ffe9a8;border-radius:2px;">Nordkorea=
</span></a>
</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:13px;line-he=
ight:1.5;color:#5d6778;margin:6px 0 0;">
<b style=3D"font-weight:600;color:#1d2433;">Elbe-Kurier</b> &middot; DE &midd=
ot; German &middot; Wed 25 Nov 2026, 01:11 CET
<div>In the index 2 hours after publication</div>
</div>
<div dir=3D"auto" lang=3D"de" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:15px;line-height:1.6;color:#2c3547;margin:12px 0 0;padding-left:=
12px;border-left:3px solid #d8dee7;"><span style=3D"background:#ffe9a8;border=
-radius:2px;">Russland</span> h=C3=A4lt <span style=3D"background:#ffe9a8;bor=
der-radius:2px;">milit=C3=A4rische</span> <span style=3D"background:#ffe9a8;b=
order-radius:2px;">Hilfe</span> f=C3=BCr <span style=3D"background:#ffe9a8;bo=
rder-radius:2px;">Nordkorea</span> f=C3=BCr m=C3=B6glich, falls das Land sie =
brauchen sollte. Das machte der Sprecher des Kremls am Montag in Moskau deutl=
ich. Grundlage sei der Vertrag =C3=BCber eine umfassende strategische Partner=
schaft, den beide Seiten im Juni 2024 in <span style=3D"background:#ffe9a8;bo=
rder-radius:2px;">Pj=C3=B6ngjang</span> unterzeichnet haben und der inzwische=
n in=E2=80=A6</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:12px;line-he=
ight:2;margin:12px 0 0;">
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">korean-peninsula</span> <span lang=3D"de" styl=
e=3D"color:#5d6778;">Nordkorea, Pj=C3=B6ngjang, nordkoreanischen, S=C3=BCdkor=
eas, Geheimdienst, nordkoreanische</span></div>
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">russia-dprk</span> <span lang=3D"de" style=3D"=
color:#5d6778;">Kreml, Milit=C3=A4rhilfe, Nordkorea, Russland, milit=C3=A4ris=
che, Hilfe</span></div>
<div><span style=3D"background:#f1f3f6;color:#5d6778;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">ukraine-war</span> <span lang=3D"de" style=3D"=
color:#5d6778;">Milit=C3=A4rkommission, nordkoreanischen, Soldaten, Kursk, ge=
k=C3=A4mpft, Pj=C3=B6ngjang (in passing)</span></div>
</div>

<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"0"=
 style=3D"margin:20px 0 18px;"><tr><td style=3D"background:#16324f;border-rad=
ius:6px;">
<a href=3D"http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhil=
fe-91823.html" style=3D"display:inline-block;padding:10px 18px;font-family:-a=
pple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39=
;Noto Sans&#39;,sans-serif;font-size:14px;font-weight:600;color:#ffffff;text-=
decoration:none;">Read at Elbe-Kurier</a>
</td></tr></table>
</td></tr>
<tr><td style=3D"padding:18px 28px;font-family:-apple-system,BlinkMacSystemFo=
nt,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;f=
ont-size:12px;line-height:1.6;color:#5d6778;">
<div><b style=3D"font-weight:600;color:#3d4657;">Russia =E2=80=93 DPRK</b> &m=
iddot; immediately &middot; <span style=3D"font-family:ui-monospace,Menlo,Con=
solas,monospace;font-size:11px;word-break:break-word;">topics:russia-dprk</sp=
an></div>
<div style=3D"margin-top:6px;">16 of 20 feeds healthy, nothing waiting</div><=
div style=3D"margin-top:6px;">Questions, or to be taken off: desk@newsroom.ex=
ample</div></td></tr>
</table>
</td></tr>
</table>
</body>
</html>

--=_d2b3a544fd7b6b9b9b74b4782301cb3c--
', 'sent', '2026-11-25T02:34:18.845371Z', 1, NULL, '2026-11-25T02:34:19.452668Z', NULL, NULL, NULL);
INSERT INTO "outbox" (id, message_id, kind, rule_id, recipient, subject, message, state, created_at, attempts, next_try, sent_at, last_error, lease_owner, lease_until) VALUES ('45896967f7f6f2bfe720260b042a5a53', '<45896967f7f6f2bfe720260b042a5a53@newsroom.example>', 'alert', 'military-aid', 'analysts@newsroom.example', '[Military aid, by its words] Le Kremlin confirme une possible aide militaire à la… (La Gazette du Rhône +3)', 'From: veille <veille@newsroom.example>
To: analysts@newsroom.example
Subject: [Military aid, by its words] Le Kremlin confirme une possible aide
 militaire =?utf-8?b?w6AgbGHigKYgKExhIEdhemV0dGUgZHUgUmjDtG5l?= +3)
Date: Wed, 25 Nov 2026 02:34:18 +0000
Message-ID: <45896967f7f6f2bfe720260b042a5a53@newsroom.example>
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
List-Id: Military aid by its words <military-aid.veille.newsroom.example>
List-Unsubscribe: <mailto:desk@newsroom.example?subject=take%20me%20off%20military-aid>
X-Veille-Rules: military-aid
X-Veille-Story: 0425007396457c196f3b5a4d87b34618
MIME-Version: 1.0
Content-Type: multipart/alternative;
 boundary="=_4613ae486e57d5584591ed4037c64ce4"

--=_4613ae486e57d5584591ed4037c64ce4
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Le Kremlin confirme une possible aide militaire =C3=A0 la Cor=C3=A9e du Nord =
en vertu du trait=C3=A9 de 2024
La Gazette du Rh=C3=B4ne (FR) =C2=B7 French =C2=B7 Tue 24 Nov 2026, 23:38 CET
In the index 3 hours after publication
http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-aide-milita=
ire.html

  =E2=80=A6la base du trait=C3=A9 de partenariat sign=C3=A9 en juin 2024. La =
Russie est pr=C3=AAte =C3=A0 apporter une *aide militaire* =C3=A0 la *Cor=C3=
=A9e* du Nord =C2=AB en cas de n=C3=A9cessit=C3=A9 =C2=BB, a fait savoir lund=
i la pr=C3=A9sidence russe, au lendemain=E2=80=A6

Topic: korean-peninsula =E2=80=93 Cor=C3=A9e du Nord, Pyongyang, nord-cor=C3=
=A9enne, S=C3=A9oul, minist=C3=A8re, gouvernement sud-cor=C3=A9en
Topic: russia-dprk =E2=80=93 Kremlin, aide, militaire, Cor=C3=A9e du Nord, tr=
ait=C3=A9, Moscou
Topic: ukraine-war (in passing) =E2=80=93 Cor=C3=A9e du Nord, Pyongyang, Kour=
sk, nord-cor=C3=A9enne, militaire, combattants

Also in:
  L=E2=80=99Observateur du soir (FR)  http://observateur-soir.example/interna=
tional/moscou-pyongyang-assistance
  Le Fil du littoral (FR)  http://www.fil-littoral.example/?p=3D4812
  Le Courrier des Laurentides (CA)  http://courrier-laurentides.example/nouve=
lles/kremlin-traite-coree-nord/

--=20
Rule: Military aid, by its words (military-aid, immediately)
Query: ("aide militaire" OR "military help" OR "ayuda militar" OR Milit=C3=A4=
rhilfe) AND (Cor=C3=A9e OR Korea OR Corea OR Nordkorea)
State: 16 of 20 feeds healthy, nothing waiting
Questions, or to be taken off: desk@newsroom.example

--=_4613ae486e57d5584591ed4037c64ce4
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
MIME-Version: 1.0

<!DOCTYPE html>
<html lang=3D"en">
<head>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1">
<meta name=3D"color-scheme" content=3D"light">
<title>[Military aid, by its words] Le Kremlin confirme une possible aide mil=
itaire =C3=A0 la=E2=80=A6 (La Gazette du Rh=C3=B4ne +3)</title>
</head>
<body style=3D"margin:0;padding:0;background:#eef0f3;">
<div style=3D"display:none;max-height:0;overflow:hidden;">La Gazette du Rh=C3=
=B4ne: =E2=80=A6la base du trait=C3=A9 de partenariat sign=C3=A9 en juin 2024=
. La Russie est pr=C3=AAte =C3=A0 apporter une aide militaire =C3=A0 la Cor=
=C3=A9e du Nord =C2=AB en cas de n=C3=A9cessit=C3=A9 =C2=BB, a fait savoir lu=
ndi la pr=C3=A9sidence russe, au lendemain=E2=80=A6</div>
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0" style=3D"background:#eef0f3;">
<tr><td align=3D"center" style=3D"padding:24px 12px;">
<table role=3D"presentation" width=3D"640" cellpadding=3D"0" cellspacing=3D"0=
" border=3D"0" style=3D"width:100%;max-width:640px;font-family:-apple-system,=
BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#=
39;,sans-serif;color:#1d2433;">
<tr><td style=3D"background:#16324f;border-radius:10px 10px 0 0;padding:14px =
28px;">
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0"><tr>
<td style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,=
Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:15px;font-wei=
ght:600;color:#ffffff;">Military aid, by its words</td>
<td align=3D"right" style=3D"font-family:-apple-system,BlinkMacSystemFont,&#3=
9;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-si=
ze:12px;color:#b9c7d6;white-space:nowrap;padding-left:12px;">Wed 25 Nov 2026,=
 03:34 CET</td>
</tr></table>
</td></tr>
<tr><td style=3D"background:#ffffff;padding:26px 28px 8px;border-radius:0 0 1=
0px 10px;">
<div dir=3D"auto" lang=3D"fr" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:22px;line-height:1.35;font-weight:650;">
<a href=3D"http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-=
aide-militaire.html" style=3D"color:#16324f;text-decoration:none;">Le Kremlin=
 confirme une possible <span style=3D"background:#ffe9a8;border-radius:2px;">=
aide militaire</span> =C3=A0 la <span style=3D"background:#ffe9a8;border-radi=
us:2px;">Cor=C3=A9e</span> du Nord en vertu du trait=C3=A9 de 2024</a>
</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:13px;line-he=
ight:1.5;color:#5d6778;margin:6px 0 0;">
<b style=3D"font-weight:600;color:#1d2433;">La Gazette du Rh=C3=B4ne</b> &mid=
dot; FR &middot; French &middot; Tue 24 Nov 2026, 23:38 CET
<div>In the index 3 hours after publication</div>
</div>
<div dir=3D"auto" lang=3D"fr" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:15px;line-height:1.6;color:#2c3547;margin:12px 0 0;padding-left:=
12px;border-left:3px solid #d8dee7;">=E2=80=A6la base du trait=C3=A9 de parte=
nariat sign=C3=A9 en juin 2024. La Russie est pr=C3=AAte =C3=A0 apporter une =
<span style=3D"background:#ffe9a8;border-radius:2px;">aide militaire</span> =
=C3=A0 la <span style=3D"background:#ffe9a8;border-radius:2px;">Cor=C3=A9e</s=
pan> du Nord =C2=AB en cas de n=C3=A9cessit=C3=A9 =C2=BB, a fait savoir lundi=
 la pr=C3=A9sidence russe, au lendemain=E2=80=A6</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:12px;line-he=
ight:2;margin:12px 0 0;">
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">korean-peninsula</span> <span lang=3D"fr" styl=
e=3D"color:#5d6778;">Cor=C3=A9e du Nord, Pyongyang, nord-cor=C3=A9enne, S=C3=
=A9oul, minist=C3=A8re, gouvernement sud-cor=C3=A9en</span></div>
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">russia-dprk</span> <span lang=3D"fr" style=3D"=
color:#5d6778;">Kremlin, aide, militaire, Cor=C3=A9e du Nord, trait=C3=A9, Mo=
scou</span></div>
<div><span style=3D"background:#f1f3f6;color:#5d6778;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">ukraine-war</span> <span lang=3D"fr" style=3D"=
color:#5d6778;">Cor=C3=A9e du Nord, Pyongyang, Koursk, nord-cor=C3=A9enne, mi=
litaire, combattants (in passing)</span></div>
</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:13px;line-he=
ight:1.6;color:#5d6778;margin:12px 0 0;">Also in
<a href=3D"http://observateur-soir.example/international/moscou-pyongyang-ass=
istance" style=3D"color:#2b5c8a;">L=E2=80=99Observateur du soir</a> (FR), <a =
href=3D"http://www.fil-littoral.example/?p=3D4812" style=3D"color:#2b5c8a;">L=
e Fil du littoral</a> (FR), <a href=3D"http://courrier-laurentides.example/no=
uvelles/kremlin-traite-coree-nord/" style=3D"color:#2b5c8a;">Le Courrier des =
Laurentides</a> (CA)</div>

<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"0"=
 style=3D"margin:20px 0 18px;"><tr><td style=3D"background:#16324f;border-rad=
ius:6px;">
<a href=3D"http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-=
aide-militaire.html" style=3D"display:inline-block;padding:10px 18px;font-fam=
ily:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Aria=
l,&#39;Noto Sans&#39;,sans-serif;font-size:14px;font-weight:600;color:#ffffff=
;text-decoration:none;">Read at La Gazette du Rh=C3=B4ne</a>
</td></tr></table>
</td></tr>
<tr><td style=3D"padding:18px 28px;font-family:-apple-system,BlinkMacSystemFo=
nt,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;f=
ont-size:12px;line-height:1.6;color:#5d6778;">
<div><b style=3D"font-weight:600;color:#3d4657;">Military aid, by its words</=
b> &middot; immediately &middot; <span style=3D"font-family:ui-monospace,Menl=
o,Consolas,monospace;font-size:11px;word-break:break-word;">(&#34;aide milita=
ire&#34; OR &#34;military help&#34; OR &#34;ayuda militar&#34; OR Milit=C3=A4=
rhilfe) AND (Cor=C3=A9e OR Korea OR Corea OR Nordkorea)</span></div>
<div style=3D"margin-top:6px;">16 of 20 feeds healthy, nothing waiting</div><=
div style=3D"margin-top:6px;">Questions, or to be taken off: desk@newsroom.ex=
ample</div></td></tr>
</table>
</td></tr>
</table>
</body>
</html>

--=_4613ae486e57d5584591ed4037c64ce4--
', 'sent', '2026-11-25T02:34:18.845371Z', 1, NULL, '2026-11-25T02:34:19.492527Z', NULL, NULL, NULL);
INSERT INTO "outbox" (id, message_id, kind, rule_id, recipient, subject, message, state, created_at, attempts, next_try, sent_at, last_error, lease_owner, lease_until) VALUES ('e8dad12f50639d9c491bdcadc4a881fd', '<e8dad12f50639d9c491bdcadc4a881fd@newsroom.example>', 'alert', 'military-aid', 'analysts@newsroom.example', '[Military aid, by its words] Kreml bestätigt mögliche Militärhilfe für Nordkorea (Elbe-Kurier)', 'From: veille <veille@newsroom.example>
To: analysts@newsroom.example
Subject: [Military aid, by its words] Kreml =?utf-8?q?best=C3=A4tigt_m=C3=B6?=
 =?utf-8?q?gliche_Milit=C3=A4rhilfe_f=C3=BCr?= Nordkorea (Elbe-Kurier)
Date: Wed, 25 Nov 2026 02:34:18 +0000
Message-ID: <e8dad12f50639d9c491bdcadc4a881fd@newsroom.example>
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
List-Id: Military aid by its words <military-aid.veille.newsroom.example>
List-Unsubscribe: <mailto:desk@newsroom.example?subject=take%20me%20off%20military-aid>
X-Veille-Rules: military-aid
X-Veille-Story: 20327624a701a487029961bf45ec32c1
MIME-Version: 1.0
Content-Type: multipart/alternative;
 boundary="=_4e80faa9e75173f8f9f57af4f1112e65"

--=_4e80faa9e75173f8f9f57af4f1112e65
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Kreml best=C3=A4tigt m=C3=B6gliche Milit=C3=A4rhilfe f=C3=BCr Nordkorea
Elbe-Kurier (DE) =C2=B7 German =C2=B7 Wed 25 Nov 2026, 01:11 CET
In the index 2 hours after publication
http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.ht=
ml

  Russland h=C3=A4lt milit=C3=A4rische Hilfe f=C3=BCr *Nordkorea* f=C3=BCr m=
=C3=B6glich, falls das Land sie brauchen sollte. Das machte der Sprecher des =
Kremls am=E2=80=A6

  =E2=80=A6mit allen verf=C3=BCgbaren Mitteln beizustehen. Wie eine solche Hi=
lfe aussehen k=C3=B6nnte und ob *Nordkorea* schon darum gebeten hat, lie=C3=
=9F der Sprecher offen. Erst am Sonntag hatte die=E2=80=A6

Topic: korean-peninsula =E2=80=93 Nordkorea, Pj=C3=B6ngjang, nordkoreanischen=
, S=C3=BCdkoreas, Geheimdienst, nordkoreanische
Topic: russia-dprk =E2=80=93 Kreml, Milit=C3=A4rhilfe, Nordkorea, Russland, m=
ilit=C3=A4rische, Hilfe
Topic: ukraine-war (in passing) =E2=80=93 Milit=C3=A4rkommission, nordkoreani=
schen, Soldaten, Kursk, gek=C3=A4mpft, Pj=C3=B6ngjang

--=20
Rule: Military aid, by its words (military-aid, immediately)
Query: ("aide militaire" OR "military help" OR "ayuda militar" OR Milit=C3=A4=
rhilfe) AND (Cor=C3=A9e OR Korea OR Corea OR Nordkorea)
State: 16 of 20 feeds healthy, nothing waiting
Questions, or to be taken off: desk@newsroom.example

--=_4e80faa9e75173f8f9f57af4f1112e65
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
MIME-Version: 1.0

<!DOCTYPE html>
<html lang=3D"en">
<head>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1">
<meta name=3D"color-scheme" content=3D"light">
<title>[Military aid, by its words] Kreml best=C3=A4tigt m=C3=B6gliche Milit=
=C3=A4rhilfe f=C3=BCr Nordkorea (Elbe-Kurier)</title>
</head>
<body style=3D"margin:0;padding:0;background:#eef0f3;">
<div style=3D"display:none;max-height:0;overflow:hidden;">Elbe-Kurier: Russla=
nd h=C3=A4lt milit=C3=A4rische Hilfe f=C3=BCr Nordkorea f=C3=BCr m=C3=B6glich=
, falls das Land sie brauchen sollte. Das machte der Sprecher des Kremls am=
=E2=80=A6</div>
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0" style=3D"background:#eef0f3;">
<tr><td align=3D"center" style=3D"padding:24px 12px;">
<table role=3D"presentation" width=3D"640" cellpadding=3D"0" cellspacing=3D"0=
" border=3D"0" style=3D"width:100%;max-width:640px;font-family:-apple-system,=
BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#=
39;,sans-serif;color:#1d2433;">
<tr><td style=3D"background:#16324f;border-radius:10px 10px 0 0;padding:14px =
28px;">
<table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspacing=3D"=
0" border=3D"0"><tr>
<td style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,=
Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:15px;font-wei=
ght:600;color:#ffffff;">Military aid, by its words</td>
<td align=3D"right" style=3D"font-family:-apple-system,BlinkMacSystemFont,&#3=
9;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-si=
ze:12px;color:#b9c7d6;white-space:nowrap;padding-left:12px;">Wed 25 Nov 2026,=
 03:34 CET</td>
</tr></table>
</td></tr>
<tr><td style=3D"background:#ffffff;padding:26px 28px 8px;border-radius:0 0 1=
0px 10px;">
<div dir=3D"auto" lang=3D"de" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:22px;line-height:1.35;font-weight:650;">
<a href=3D"http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhil=
fe-91823.html" style=3D"color:#16324f;text-decoration:none;">Kreml best=C3=A4=
tigt m=C3=B6gliche <span style=3D"background:#ffe9a8;border-radius:2px;">Mili=
t=C3=A4rhilfe</span> f=C3=BCr <span style=3D"background:#ffe9a8;border-radius=
:2px;">Nordkorea</span></a>
</div>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:13px;line-he=
ight:1.5;color:#5d6778;margin:6px 0 0;">
<b style=3D"font-weight:600;color:#1d2433;">Elbe-Kurier</b> &middot; DE &midd=
ot; German &middot; Wed 25 Nov 2026, 01:11 CET
<div>In the index 2 hours after publication</div>
</div>
<div dir=3D"auto" lang=3D"de" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:15px;line-height:1.6;color:#2c3547;margin:12px 0 0;padding-left:=
12px;border-left:3px solid #d8dee7;">Russland h=C3=A4lt milit=C3=A4rische Hil=
fe f=C3=BCr <span style=3D"background:#ffe9a8;border-radius:2px;">Nordkorea</=
span> f=C3=BCr m=C3=B6glich, falls das Land sie brauchen sollte. Das machte d=
er Sprecher des Kremls am=E2=80=A6</div>
<div dir=3D"auto" lang=3D"de" style=3D"font-family:-apple-system,BlinkMacSyst=
emFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-ser=
if;font-size:15px;line-height:1.6;color:#2c3547;margin:12px 0 0;padding-left:=
12px;border-left:3px solid #d8dee7;">=E2=80=A6mit allen verf=C3=BCgbaren Mitt=
eln beizustehen. Wie eine solche Hilfe aussehen k=C3=B6nnte und ob <span styl=
e=3D"background:#ffe9a8;border-radius:2px;">Nordkorea</span> schon darum gebe=
ten hat, lie=C3=9F der Sprecher offen. Erst am Sonntag hatte die=E2=80=A6</di=
v>
<div style=3D"font-family:-apple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;=
,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;font-size:12px;line-he=
ight:2;margin:12px 0 0;">
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">korean-peninsula</span> <span lang=3D"de" styl=
e=3D"color:#5d6778;">Nordkorea, Pj=C3=B6ngjang, nordkoreanischen, S=C3=BCdkor=
eas, Geheimdienst, nordkoreanische</span></div>
<div><span style=3D"background:#e3edf7;color:#16324f;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">russia-dprk</span> <span lang=3D"de" style=3D"=
color:#5d6778;">Kreml, Milit=C3=A4rhilfe, Nordkorea, Russland, milit=C3=A4ris=
che, Hilfe</span></div>
<div><span style=3D"background:#f1f3f6;color:#5d6778;border-radius:9px;paddin=
g:2px 9px;white-space:nowrap;">ukraine-war</span> <span lang=3D"de" style=3D"=
color:#5d6778;">Milit=C3=A4rkommission, nordkoreanischen, Soldaten, Kursk, ge=
k=C3=A4mpft, Pj=C3=B6ngjang (in passing)</span></div>
</div>

<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"0"=
 style=3D"margin:20px 0 18px;"><tr><td style=3D"background:#16324f;border-rad=
ius:6px;">
<a href=3D"http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhil=
fe-91823.html" style=3D"display:inline-block;padding:10px 18px;font-family:-a=
pple-system,BlinkMacSystemFont,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39=
;Noto Sans&#39;,sans-serif;font-size:14px;font-weight:600;color:#ffffff;text-=
decoration:none;">Read at Elbe-Kurier</a>
</td></tr></table>
</td></tr>
<tr><td style=3D"padding:18px 28px;font-family:-apple-system,BlinkMacSystemFo=
nt,&#39;Segoe UI&#39;,Roboto,Helvetica,Arial,&#39;Noto Sans&#39;,sans-serif;f=
ont-size:12px;line-height:1.6;color:#5d6778;">
<div><b style=3D"font-weight:600;color:#3d4657;">Military aid, by its words</=
b> &middot; immediately &middot; <span style=3D"font-family:ui-monospace,Menl=
o,Consolas,monospace;font-size:11px;word-break:break-word;">(&#34;aide milita=
ire&#34; OR &#34;military help&#34; OR &#34;ayuda militar&#34; OR Milit=C3=A4=
rhilfe) AND (Cor=C3=A9e OR Korea OR Corea OR Nordkorea)</span></div>
<div style=3D"margin-top:6px;">16 of 20 feeds healthy, nothing waiting</div><=
div style=3D"margin-top:6px;">Questions, or to be taken off: desk@newsroom.ex=
ample</div></td></tr>
</table>
</td></tr>
</table>
</body>
</html>

--=_4e80faa9e75173f8f9f57af4f1112e65--
', 'sent', '2026-11-25T02:34:18.845371Z', 1, NULL, '2026-11-25T02:34:19.660223Z', NULL, NULL, NULL);
INSERT INTO "rules" (id, query_hash, every, watermark, next_due, first_seen_at, paused_at, last_run_at, last_match_at, last_error, failing_since) VALUES ('russia-dprk', 'd3bbeeabb22a082e92f22d1387e7f1f6cc2f1bb61bb1ea8034b73a1c415a7273', 'immediately', '2026-11-25T02:34:18.845371Z', NULL, '2026-11-25T02:33:52.017338Z', NULL, '2026-11-25T02:34:18.845371Z', '2026-11-25T02:34:18.845371Z', NULL, NULL);
INSERT INTO "rules" (id, query_hash, every, watermark, next_due, first_seen_at, paused_at, last_run_at, last_match_at, last_error, failing_since) VALUES ('military-aid', 'a4945e3d10d82489b846a050e5bbbf0bc550b79b20a2ad4d8b5e01bc5a9d1063', 'immediately', '2026-11-25T02:34:18.845371Z', NULL, '2026-11-25T02:33:52.017338Z', NULL, '2026-11-25T02:34:18.845371Z', '2026-11-25T02:34:18.845371Z', NULL, NULL);
INSERT INTO "rules" (id, query_hash, every, watermark, next_due, first_seen_at, paused_at, last_run_at, last_match_at, last_error, failing_since) VALUES ('korean-peninsula', 'df1afe3645579070313b12b144df31679cf03414b3423aec27a4647ff7dbdf28', 'daily at 07:30 Europe/Paris', '2026-11-25T02:34:18.845371Z', '2026-11-25T06:30:00.000000Z', '2026-11-25T02:33:52.017338Z', NULL, '2026-11-25T02:34:18.845371Z', '2026-11-25T02:34:18.845371Z', NULL, NULL);
INSERT INTO "runs" (id, stage, worker, started_at, ended_at, claimed, new, counts, lag_p50, lag_p95, error) VALUES ('1bc442ae68fc414ea1f57435bec40a0e', 'poll', 'desk:1:abc', '2026-11-25T02:33:52.103678Z', '2026-11-25T02:33:54.140505Z', 21, 77, '{"gone": 1, "new": 16, "not-a-feed": 1, "html": 1, "http-404": 1, "redirect-loop": 1}', NULL, NULL, NULL);
INSERT INTO "runs" (id, stage, worker, started_at, ended_at, claimed, new, counts, lag_p50, lag_p95, error) VALUES ('cb9bf9d6170a46cf8bb64f12febac3c5', 'fetch', 'desk:1:abc', '2026-11-25T02:33:54.238861Z', '2026-11-25T02:33:57.548230Z', 80, 70, '{"fetched": 70, "rate-limited": 1, "host-paused": 3, "truncated": 1, "redirect-loop": 1, "refused-by-robots": 1, "gone": 1, "not-found": 1, "timed-out": 1}', NULL, NULL, NULL);
INSERT INTO "runs" (id, stage, worker, started_at, ended_at, claimed, new, counts, lag_p50, lag_p95, error) VALUES ('b8d97736d48d426f9dc1ec6be6145b6e', 'index', 'desk:1:abc', '2026-11-25T02:33:57.563174Z', '2026-11-25T02:34:18.844335Z', 74, 74, '{"indexed": 70, "indexed-from-feed": 4}', 25.158324, 77595.794236, NULL);
INSERT INTO "runs" (id, stage, worker, started_at, ended_at, claimed, new, counts, lag_p50, lag_p95, error) VALUES ('d7a510e063414a30969b090dcab64261', 'alert', 'desk:1:abc', '2026-11-25T02:34:18.845371Z', '2026-11-25T02:34:19.357337Z', 3, 16, '{"matched": 3}', NULL, NULL, NULL);
INSERT INTO "runs" (id, stage, worker, started_at, ended_at, claimed, new, counts, lag_p50, lag_p95, error) VALUES ('ead5e949950b4041a8a2d380a74a936f', 'deliver', 'desk:1:abc', '2026-11-25T02:34:19.358081Z', '2026-11-25T02:34:19.689179Z', 12, 12, '{"sent": 12}', NULL, NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.fil-littoral.example:80', 'robots', 404, '', 'http://www.fil-littoral.example/robots.txt', '2026-11-25T02:33:54.332437Z', '2026-11-26T02:33:54.332437Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://courrier-laurentides.example:80', 'robots', 404, '', 'http://courrier-laurentides.example/robots.txt', '2026-11-25T02:33:54.333340Z', '2026-11-26T02:33:54.333340Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://fieldnotes.example:80', 'robots', 404, '', 'http://fieldnotes.example/robots.txt', '2026-11-25T02:33:54.332971Z', '2026-11-26T02:33:54.332971Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.gazette-rhone.example:80', 'robots', 200, 'User-agent: *
Disallow: /recherche
Crawl-delay: 0.2
', 'http://www.gazette-rhone.example/robots.txt', '2026-11-25T02:33:54.334048Z', '2026-11-26T02:33:54.334048Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://dongbu-sinmun.example:80', 'robots', 404, '', 'http://dongbu-sinmun.example/robots.txt', '2026-11-25T02:33:54.334608Z', '2026-11-26T02:33:54.334608Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.minato-shimbun.example:80', 'robots', 404, '', 'http://www.minato-shimbun.example/robots.txt', '2026-11-25T02:33:54.333894Z', '2026-11-26T02:33:54.333894Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.polyarnik.example:80', 'robots', 404, '', 'http://www.polyarnik.example/robots.txt', '2026-11-25T02:33:54.334470Z', '2026-11-26T02:33:54.334470Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.hangang-ilbo.example:80', 'robots', 404, '', 'http://www.hangang-ilbo.example/robots.txt', '2026-11-25T02:33:54.333633Z', '2026-11-26T02:33:54.333633Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://northwire.example:80', 'robots', 404, '', 'http://northwire.example/robots.txt', '2026-11-25T02:33:54.334876Z', '2026-11-26T02:33:54.334876Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.harbour-courier.example:80', 'robots', 200, 'User-agent: *
Disallow: /members/
', 'http://www.harbour-courier.example/robots.txt', '2026-11-25T02:33:54.333489Z', '2026-11-26T02:33:54.333489Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.jianghai-daily.example:80', 'robots', 404, '', 'http://www.jianghai-daily.example/robots.txt', '2026-11-25T02:33:54.335007Z', '2026-11-26T02:33:54.335007Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.diario-meseta.example:80', 'robots', 404, '', 'http://www.diario-meseta.example/robots.txt', '2026-11-25T02:33:54.335307Z', '2026-11-26T02:33:54.335307Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.tribune-leman.example:80', 'robots', 404, '', 'http://www.tribune-leman.example/robots.txt', '2026-11-25T02:33:54.334196Z', '2026-11-26T02:33:54.334196Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://volzhsky-vestnik.example:80', 'robots', 404, '', 'http://volzhsky-vestnik.example/robots.txt', '2026-11-25T02:33:54.333179Z', '2026-11-26T02:33:54.333179Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://observateur-soir.example:80', 'robots', 200, 'User-agent: *
Allow: /
', 'http://observateur-soir.example/robots.txt', '2026-11-25T02:33:54.334332Z', '2026-11-26T02:33:54.334332Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.elbe-kurier.example:80', 'robots', 200, 'User-agent: *
Disallow: /suche
Disallow: /druck/
', 'http://www.elbe-kurier.example/robots.txt', '2026-11-25T02:33:54.334743Z', '2026-11-26T02:33:54.334743Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.fil-littoral.example:80', 'tdm', 404, '', 'http://www.fil-littoral.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.496840Z', '2026-11-26T02:33:54.496840Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://courrier-laurentides.example:80', 'tdm', 404, '', 'http://courrier-laurentides.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.497786Z', '2026-11-26T02:33:54.497786Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://fieldnotes.example:80', 'tdm', 404, '', 'http://fieldnotes.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.498434Z', '2026-11-26T02:33:54.498434Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.gazette-rhone.example:80', 'tdm', 404, '', 'http://www.gazette-rhone.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.499060Z', '2026-11-26T02:33:54.499060Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://dongbu-sinmun.example:80', 'tdm', 404, '', 'http://dongbu-sinmun.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.499683Z', '2026-11-26T02:33:54.499683Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.minato-shimbun.example:80', 'tdm', 404, '', 'http://www.minato-shimbun.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.528711Z', '2026-11-26T02:33:54.528711Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.hangang-ilbo.example:80', 'tdm', 404, '', 'http://www.hangang-ilbo.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.556041Z', '2026-11-26T02:33:54.556041Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://northwire.example:80', 'tdm', 404, '', 'http://northwire.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.561680Z', '2026-11-26T02:33:54.561680Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.diario-meseta.example:80', 'tdm', 404, '', 'http://www.diario-meseta.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.562347Z', '2026-11-26T02:33:54.562347Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.tribune-leman.example:80', 'tdm', 404, '', 'http://www.tribune-leman.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.562612Z', '2026-11-26T02:33:54.562612Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://volzhsky-vestnik.example:80', 'tdm', 404, '', 'http://volzhsky-vestnik.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.562867Z', '2026-11-26T02:33:54.562867Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://observateur-soir.example:80', 'tdm', 404, '', 'http://observateur-soir.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.563116Z', '2026-11-26T02:33:54.563116Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.elbe-kurier.example:80', 'tdm', 404, '', 'http://www.elbe-kurier.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.563360Z', '2026-11-26T02:33:54.563360Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.polyarnik.example:80', 'tdm', 404, '', 'http://www.polyarnik.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.563821Z', '2026-11-26T02:33:54.563821Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.harbour-courier.example:80', 'tdm', 404, '', 'http://www.harbour-courier.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.562025Z', '2026-11-26T02:33:54.562025Z', NULL, NULL);
INSERT INTO "site_files" (origin, name, status, body, final_url, fetched_at, expires_at, failing_since, error) VALUES ('http://www.jianghai-daily.example:80', 'tdm', 404, '', 'http://www.jianghai-daily.example/.well-known/tdmrep.json', '2026-11-25T02:33:54.572207Z', '2026-11-26T02:33:54.572207Z', NULL, NULL);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('0fb641dfefe1acf21267acb86fbefe46', '00cc19bad3424fb93c5bcdb88818c7ec', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["hangang-ilbo"]', 'b3eb8bc9d2d5697e2dd1746b3f0e68ab', 5.042816673249187);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('0425007396457c196f3b5a4d87b34618', 'abd227c61549d8fdff69c4bc1f9f9316', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:16.852648Z', 4, '["gazette-rhone", "observateur-soir", "fil-littoral", "courrier-laurentides"]', '4fac8fac3751ebc8358ae8fecfd3a5b7', 5.581824098987389);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('20a463e16ec9a7ba7b2563f753b4f250', '1040287e81eb6182b168e4736e4aec7c', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["volzhsky-vestnik"]', '88535dbc470d14faeea17af7f767a5db', 5.371461811160331);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('2706bb5cbfca7f1ee39e032cb163fb30', '1955e1114d4398300a41cfc08c1e81ce', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["harbour-courier"]', '7a22d31104f03315b87f6f8e9815d1b8', 4.819304308335913);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('3fbcd44d5034b0954ec50e49b19bcb40', '1d0e9006d91d495bb208a276afdb48cb', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["gazette-rhone"]', '33bfaf32ce2a4cf457891e5330b1b6eb', 5.369687237122627);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('d37e1fa4e9361c8fb394822ff865b973', '1e48489cfd4ed52e772a924d58ba0364', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["tribune-leman"]', '3829ad7207e0fe15c6f581d503b5c295', 4.809303017205013);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('094f68880186b489ff2f672bf9c5b8a3', '29cbdf0afcc87cfd5ecf1ba67cafd3e3', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["polyarnik"]', 'd9f200f9a4aa6c4da78706ca80c62257', 5.072028391798589);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('e25cb1aacdae35a04073586f0d0b640a', '39fea7f0d07d5a485607b41d84992c04', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["courrier-laurentides"]', 'b1e8e37c159d3e30e237a5e03f5310b3', 4.320848587596062);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('99d5a338454c2bf92bfc369fc2db4d6f', '3bdd8c0e1b000376287dede60abc8047', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["elbe-kurier"]', '7c6fb9b564fcc5662c5f0bf2cc8b0b2f', 6.857241178882862);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('3f190d37753a3b88a350de8d970c4f77', '3c82994fb6267987e81b1d1b9df45c7e', '2026-11-25T02:34:13.241209Z', '2026-11-25T02:34:13.241209Z', 1, '["dongbu-sinmun"]', 'bb05bb78cd454bf0ddf276791600e362', 4.80016967901911);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('236fe1458ed8a8a3c2f7bcd1270bdfd9', '3dedab462642ad1d70233b8c8d3367d1', '2026-11-25T02:34:15.124454Z', '2026-11-25T02:34:15.124454Z', 1, '["diario-meseta"]', '70c925da8dcbb1bc1cec97c746b04a3d', 5.731940412537076);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('034188a4b434f508cda6a5c3fd575126', '41de9481c6b09afc4d5e2b6f3cf75902', '2026-11-25T02:34:15.124454Z', '2026-11-25T02:34:15.124454Z', 1, '["polyarnik"]', 'cff3ed5c7d17db4deaa9b04c4e45a52f', 5.030337273452693);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('20327624a701a487029961bf45ec32c1', '4365d577c3417d874aeb29725f71ea20', '2026-11-25T02:34:15.124454Z', '2026-11-25T02:34:15.124454Z', 1, '["elbe-kurier"]', '0604d810716c4f2cf71081707bc2c4e7', 6.297863655639771);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('b4796240bd67f65f23b887bde911a4e5', '600c622da0fd7c97b14660fa62610416', '2026-11-25T02:34:15.124454Z', '2026-11-25T02:34:15.124454Z', 1, '["minato-shimbun"]', '06c7e7ea0fade0fcf65187185c6da358', 4.954284395694016);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('ba1f6686b4742a8204bfe8357f2a1d74', '89aecf429014618fe029eae6b64db318', '2026-11-25T02:34:16.852648Z', '2026-11-25T02:34:16.852648Z', 1, '["northwire"]', '593952d2290d5b3a5216006349d8a986', 1.6325010006720098);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('6304eb78cb908cf9abb44cf4ad891c7c', 'b39f01c8ec842b03fa6d806cec797d92', '2026-11-25T02:34:16.852648Z', '2026-11-25T02:34:16.852648Z', 1, '["harbour-courier"]', '06356d103154d7cebc661841de786ad0', 1.371858901931054);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('bfce1d8b3a9a457718989450f36ac1df', 'bbcebc70e8a82a51fb3245c9b5533e29', '2026-11-25T02:34:16.852648Z', '2026-11-25T02:34:16.852648Z', 1, '["elbe-kurier"]', '8da717e3e14839405c8e27ec347162e6', 2.216128864527227);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('8a74cdd938a5ccbbc487bea09596b0c7', 'd7a8f3eb4134116834af783c0c38aaba', '2026-11-25T02:34:18.088584Z', '2026-11-25T02:34:18.088584Z', 1, '["fieldnotes"]', 'e8cf70fcdab7ac13488edf4898adda16', 3.341538185603145);
INSERT INTO "stories" (id, first_article_key, created_at, last_joined_at, size, outlets, event_id, event_norm) VALUES ('356d8f423f715bb767999262b7d6a479', 'e8032b022a6a24540a2f4c87c2a3021e', '2026-11-25T02:34:18.088584Z', '2026-11-25T02:34:18.088584Z', 1, '["observateur-soir"]', '79b43f2fc425c386319d4965235f6a5a', 1.4176542640896075);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (205811959319856, '70c925da8dcbb1bc1cec97c746b04a3d', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (265475261835712, '06c7e7ea0fade0fcf65187185c6da358', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (598343221785544, 'bb05bb78cd454bf0ddf276791600e362', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (718209691451832, '88535dbc470d14faeea17af7f767a5db', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (960972457381680, 'd9f200f9a4aa6c4da78706ca80c62257', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (1229045423070664, 'bb05bb78cd454bf0ddf276791600e362', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (2184916077924608, 'e8cf70fcdab7ac13488edf4898adda16', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (2306897022594352, 'cff3ed5c7d17db4deaa9b04c4e45a52f', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (2770099806774152, '33bfaf32ce2a4cf457891e5330b1b6eb', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (2770099806774152, '3829ad7207e0fe15c6f581d503b5c295', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (2770099806774152, '4fac8fac3751ebc8358ae8fecfd3a5b7', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (2966618359635568, '4fac8fac3751ebc8358ae8fecfd3a5b7', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (2966618359635568, 'e8cf70fcdab7ac13488edf4898adda16', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (3049755400974129, 'cff3ed5c7d17db4deaa9b04c4e45a52f', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (3049755400974129, 'd9f200f9a4aa6c4da78706ca80c62257', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (3102704235842752, '0604d810716c4f2cf71081707bc2c4e7', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (3211730928226688, '7c6fb9b564fcc5662c5f0bf2cc8b0b2f', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (3264962946757016, '33bfaf32ce2a4cf457891e5330b1b6eb', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (3306773510574640, 'e8cf70fcdab7ac13488edf4898adda16', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (4121222714361704, 'cff3ed5c7d17db4deaa9b04c4e45a52f', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (4299080661008944, 'e8cf70fcdab7ac13488edf4898adda16', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (4678319906705376, '8da717e3e14839405c8e27ec347162e6', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (4769115495300224, '33bfaf32ce2a4cf457891e5330b1b6eb', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (5101874189366949, '4fac8fac3751ebc8358ae8fecfd3a5b7', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (5101874189366949, 'd9f200f9a4aa6c4da78706ca80c62257', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (5478418496612416, 'b1e8e37c159d3e30e237a5e03f5310b3', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (5562491225522560, 'b1e8e37c159d3e30e237a5e03f5310b3', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (5710413398750360, '88535dbc470d14faeea17af7f767a5db', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (6093913218996832, 'd9f200f9a4aa6c4da78706ca80c62257', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (7191716934812000, '0604d810716c4f2cf71081707bc2c4e7', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (7191716934812000, '4fac8fac3751ebc8358ae8fecfd3a5b7', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (8342096205648968, '88535dbc470d14faeea17af7f767a5db', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (8342096205648968, 'd9f200f9a4aa6c4da78706ca80c62257', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (9092972866075384, 'bb05bb78cd454bf0ddf276791600e362', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (9559095605020248, '79b43f2fc425c386319d4965235f6a5a', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (9811271388117032, '7c6fb9b564fcc5662c5f0bf2cc8b0b2f', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (9941347311387288, '33bfaf32ce2a4cf457891e5330b1b6eb', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (9941347311387288, '4fac8fac3751ebc8358ae8fecfd3a5b7', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (10121261741808672, 'd9f200f9a4aa6c4da78706ca80c62257', 498770);
INSERT INTO "story_anchors" (anchor, event_id, seen_hour) VALUES (10458660818932224, '7c6fb9b564fcc5662c5f0bf2cc8b0b2f', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9223195504040649591, '00cc19bad3424fb93c5bcdb88818c7ec', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9219889204229709192, '600c622da0fd7c97b14660fa62610416', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9212594785448918962, '1955e1114d4398300a41cfc08c1e81ce', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9209999371033863166, '1d0e9006d91d495bb208a276afdb48cb', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9186474411367622586, '3bdd8c0e1b000376287dede60abc8047', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9179718694574505670, '3dedab462642ad1d70233b8c8d3367d1', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9177473120277355133, '0bd1ec7802814892bcad4ecc04f59a9b', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9169460088501667010, '0bd1ec7802814892bcad4ecc04f59a9b', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9156902463720301860, '0bd1ec7802814892bcad4ecc04f59a9b', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9156015810676220760, '00cc19bad3424fb93c5bcdb88818c7ec', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9129311269870265740, 'd7a8f3eb4134116834af783c0c38aaba', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9123554764375852106, '1d0e9006d91d495bb208a276afdb48cb', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9122176599680571958, '00cc19bad3424fb93c5bcdb88818c7ec', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9121289465413460189, '29cbdf0afcc87cfd5ecf1ba67cafd3e3', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9119539738623045455, '00cc19bad3424fb93c5bcdb88818c7ec', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9111826924483601858, '3c82994fb6267987e81b1d1b9df45c7e', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9103420889876363497, '3dedab462642ad1d70233b8c8d3367d1', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9080898871204832277, '39fea7f0d07d5a485607b41d84992c04', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9080531766148201603, '1e48489cfd4ed52e772a924d58ba0364', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9071102896983895132, '3dedab462642ad1d70233b8c8d3367d1', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9042938387502061537, '39fea7f0d07d5a485607b41d84992c04', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9040859382487751346, '3bdd8c0e1b000376287dede60abc8047', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9020706909575149735, '1955e1114d4398300a41cfc08c1e81ce', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9012488403391527190, '00cc19bad3424fb93c5bcdb88818c7ec', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9002982541525391371, '00cc19bad3424fb93c5bcdb88818c7ec', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-9002493356132883727, 'd7a8f3eb4134116834af783c0c38aaba', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8998989633955320507, '3dedab462642ad1d70233b8c8d3367d1', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8990564024362927772, '0bd1ec7802814892bcad4ecc04f59a9b', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8979519827861554919, '29cbdf0afcc87cfd5ecf1ba67cafd3e3', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8966074933693486277, '3c82994fb6267987e81b1d1b9df45c7e', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8957996457101968338, '00cc19bad3424fb93c5bcdb88818c7ec', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8938421895498116027, '3c82994fb6267987e81b1d1b9df45c7e', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8938360071255164704, '00cc19bad3424fb93c5bcdb88818c7ec', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8928745968905940492, '600c622da0fd7c97b14660fa62610416', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8914362519268835386, '3c82994fb6267987e81b1d1b9df45c7e', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8905368614675170588, '3dedab462642ad1d70233b8c8d3367d1', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8878940035080295734, '600c622da0fd7c97b14660fa62610416', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8877584167625628082, '29cbdf0afcc87cfd5ecf1ba67cafd3e3', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8875403190760412889, '4365d577c3417d874aeb29725f71ea20', 498770);
INSERT INTO "story_prints" (print, article_key, seen_hour) VALUES (-8869502758096943720, '3dedab462642ad1d70233b8c8d3367d1', 498770);
INSERT INTO "told" (recipient, story_id, mail_id, told_at) VALUES ('desk@newsroom.example', '0425007396457c196f3b5a4d87b34618', '431821652287417189b3067f39dcf399', '2026-11-25T02:34:18.845371Z');
INSERT INTO "told" (recipient, story_id, mail_id, told_at) VALUES ('desk@newsroom.example', '0fb641dfefe1acf21267acb86fbefe46', 'e7722bd2658492134a4e95704c405887', '2026-11-25T02:34:18.845371Z');
INSERT INTO "told" (recipient, story_id, mail_id, told_at) VALUES ('desk@newsroom.example', '20327624a701a487029961bf45ec32c1', '13ca4975ae16469bd261bd95f0a599f5', '2026-11-25T02:34:18.845371Z');
INSERT INTO "told" (recipient, story_id, mail_id, told_at) VALUES ('analysts@newsroom.example', '0425007396457c196f3b5a4d87b34618', '45896967f7f6f2bfe720260b042a5a53', '2026-11-25T02:34:18.845371Z');
INSERT INTO "told" (recipient, story_id, mail_id, told_at) VALUES ('analysts@newsroom.example', '20327624a701a487029961bf45ec32c1', 'e8dad12f50639d9c491bdcadc4a881fd', '2026-11-25T02:34:18.845371Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('00cc19bad3424fb93c5bcdb88818c7ec', 'hangang-ilbo', 'tag:www.hangang-ilbo.example,2025:kremlin-bukhan-gunsa-jiwon', 'http://www.hangang-ilbo.example/article/view.php?idxno=204881', '크렘린 "조약 따라 북한에 군사 지원 가능"…파병 시인 하루 만', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('0bd1ec7802814892bcad4ecc04f59a9b', 'fil-littoral', 'tag:www.fil-littoral.example,2025:aide-militaire-russe', 'http://www.fil-littoral.example/?p=4812', 'Corée du Nord : une aide militaire russe jugée possible par le Kremlin', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('1040287e81eb6182b168e4736e4aec7c', 'volzhsky-vestnik', 'tag:volzhsky-vestnik.example,2025:gazoprovod-kitay', 'http://volzhsky-vestnik.example/news/70108.html', 'Россия и Китай сверили график строительства газопровода', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('1955e1114d4398300a41cfc08c1e81ce', 'harbour-courier', 'tag:www.harbour-courier.example,2025:kim-judo-coach', 'http://www.harbour-courier.example/news/kim-judo-coach', 'Kim''s last throw: the coach who built a judo club in a fish market', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('1c009971d9aeb7a163f46fdcb5b05161', 'harbour-courier', 'tag:www.harbour-courier.example,2025:lighthouse-bus', 'http://www.harbour-courier.example/news/lighthouse-bus', 'The number 9 bus will reach the lighthouse again', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('1d0e9006d91d495bb208a276afdb48cb', 'gazette-rhone', 'tag:www.gazette-rhone.example,2025:handball-villefranche', 'http://www.gazette-rhone.example/actualites/handball-villefranche.html', 'Handball : Villefranche renverse Chambéry et prend la tête', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('1e48489cfd4ed52e772a924d58ba0364', 'tribune-leman', 'tag:www.tribune-leman.example,2025:bateau-savoie-courrier', 'http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359', 'Le courrier traverse de nouveau le lac en bateau à vapeur', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('1f52e8996077aaf24081088067741d2c', 'observateur-soir', 'tag:observateur-soir.example,2025:moscou-pyongyang-assistance', 'http://observateur-soir.example/international/moscou-pyongyang-assistance', '« En cas de nécessité » : Moscou se dit prêt à aider militairement Pyongyang', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('29cbdf0afcc87cfd5ecf1ba67cafd3e3', 'polyarnik', 'tag:www.polyarnik.example,2025:rybaki-treska', 'http://www.polyarnik.example/article/rybaki-treska', 'Мурманские рыбаки выбрали половину годовой квоты трески', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('39fea7f0d07d5a485607b41d84992c04', 'courrier-laurentides', 'tag:courrier-laurentides.example,2025:lac-glace-calage', 'http://courrier-laurentides.example/nouvelles/lac-glace-calage/', 'La glace a quitté le lac Tremblant neuf jours plus tôt que d’habitude', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('3bdd8c0e1b000376287dede60abc8047', 'elbe-kurier', 'tag:www.elbe-kurier.example,2025:dynamo-aufstieg-regen', 'http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html', 'Remis im Regen: Dresden verpasst den vorzeitigen Aufstieg', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('3c82994fb6267987e81b1d1b9df45c7e', 'dongbu-sinmun', 'tag:dongbu-sinmun.example,2025:gangneung-keopi', 'http://dongbu-sinmun.example/news/articleView.html?idxno=88120', '강릉 커피 거리, 일회용 컵 없이 한 달', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('3dedab462642ad1d70233b8c8d3367d1', 'diario-meseta', 'tag:www.diario-meseta.example,2025:ayuda-ucrania-generadores', 'http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/', 'Sale de Burgos un convoy con cien generadores para hospitales de Ucrania', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('41de9481c6b09afc4d5e2b6f3cf75902', 'polyarnik', 'tag:www.polyarnik.example,2025:buduschee-porta', 'http://www.polyarnik.example/article/buduschee-porta', 'Порт Лиинахамари: каким он будет через десять лет', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('4365d577c3417d874aeb29725f71ea20', 'elbe-kurier', 'tag:www.elbe-kurier.example,2025:kreml-nordkorea-militaerhilfe', 'http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html', 'Kreml bestätigt mögliche Militärhilfe für Nordkorea', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('600c622da0fd7c97b14660fa62610416', 'minato-shimbun', 'http://www.minato-shimbun.example/articles/55188', 'http://www.minato-shimbun.example/articles/55188', '北朝鮮が短距離弾道ミサイル2発を発射 日本のEEZ外に落下か', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('624cf1c84158f4f2be8de5cffcd3c631', 'dongbu-sinmun', 'tag:dongbu-sinmun.example,2025:chuncheon-inhyeong', 'http://dongbu-sinmun.example/news/articleView.html?idxno=88090', '춘천 인형극제, 올해는 시장 골목에서', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('89aecf429014618fe029eae6b64db318', 'northwire', 'tag:northwire.example,2025:correction-desk-moved', 'http://northwire.example/a/correction-desk-moved', 'Ferry operator names new chief executive', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('b39f01c8ec842b03fa6d806cec797d92', 'harbour-courier', 'tag:www.harbour-courier.example,2025:members-briefing-tides', 'http://www.harbour-courier.example/members/briefing-spring-tides', 'Members'' briefing: what the spring tides will do to the old quay', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('bbcebc70e8a82a51fb3245c9b5533e29', 'elbe-kurier', 'tag:www.elbe-kurier.example,2025:gewinnspiel-abgelaufen', 'http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html', 'Gewinnspiel: Karten für die Filmnächte', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('d7a8f3eb4134116834af783c0c38aaba', 'fieldnotes', 'tag:fieldnotes.example,2025:artichoke-allotment', 'http://fieldnotes.example/311/artichoke-allotment', 'An artichoke is a thistle that somebody loved', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('e8032b022a6a24540a2f4c87c2a3021e', 'observateur-soir', 'tag:observateur-soir.example,2025:carnet-lecteurs', 'http://observateur-soir.example/flux/a-la-une.atom#entry=01732619678214ef', 'Le carnet des lecteurs : vos meilleures adresses au bord de l’eau', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "sightings" (article_key, feed_id, guid, url, title, seen_at, last_seen_at) VALUES ('eefa16a5ff096e1cfe36ce3b6d64039e', 'fieldnotes', 'tag:fieldnotes.example,2025:lost-path-loop', 'http://fieldnotes.example/310/lost-path-loop', 'A circular walk that never quite ends', '2026-11-25T02:33:53.404517Z', '2026-11-25T02:33:53.404517Z');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('00cc19bad3424fb93c5bcdb88818c7ec', '0fb641dfefe1acf21267acb86fbefe46', 'hangang-ilbo', '2026-11-25T00:06:00.000000Z', '2026-11-25T02:34:13.241209Z', X'0164010d00400060006b6f6826066b0000000000b5eb9c1867b5ffa7779ae623e5da1fb6d1db28748ddf607c62aac99364cdd7f623d2b4916a6edd255f202d8b4c1a6f99d7de78a862c59461ff9bdaddcb849653def99f9b8943bb00776c65b5b666583d8f3fe43977fcd30f5ddf2ebf96d2e78d251b3decf39a5644abfcc8c1b5eb9c1867b5ffa7b88b91060095a1aa35bdf19023d2b4916a6edd254c1a6f9920e24d4819b13a57fa3cf1bc5cad0a02acac3563cb849653def99f9b776c65b5b666583d5517104556479b84e3f93752cf64e43ad64e3574be0e47659d8b1953b08101a3ab1f646410feab8426fb8159336f6c7dedaa3764cb84965385f5735db5eb9c1867b5ffa7e2fc73b53dbdb9570159d9b5ab6585c9dfe69462286ad632e9a61149dd1f8e61a030ebb521efb95afdfaae420d8386e1ef2c047896d2e78d680d8eaf9916487ed859475365339a82e1aad2000659b9c7be0e47659d8b1953b08101a350e0e9d33068d2d63da1bba85626161193c5eed559cbf3c817189f1f0321f5691acb8c0862aac99364cdd7f6147ab81d5af46e3a87d014b8768809e51acb8c08992e390fe8e11e00f2511ae164302115761b263300491981a996471a9c6e4b8f4c1a6f997beea18eefe450226b737da5e9a61149ce24ba338a6e442904ca0582a58f0a35c5202b10d74d3ef2bd9c3eca61ebeb42bb0390f28a64da715079de56de2aaa47ee5dc75a7e1f7a5661e20814b4109944abfcc8c14c1a6f99381bb6f33b9ac81315eda8b42cc1d0ad77358a47dbceda9581cf14f5f134dcf107c8c60e5236ca3bfc9b3f749ceb09f4420fbc7d6009037a2cc1d0ad8c1d1d45bbc24bd34fb90456591deb8cfee9733cef2c0478776c65b58e199f881f9a5717ac0a6134de546387f1730e2828347389dd11d900b9e1f6dd80d2257931c341c7cf64e43a579f8169cb84965385f5735dc93f3d2356d6e7bcb666583d55171045b309bca78b85006046fd0afee81433a80b04054fac83dd384f45c0b73df42afd3a97a36cdd84c94af90523e51e480cd688c85c1941022d1d49ef9392cb8496535083fefc66b6c2f1b6b9027513c04cff776c65b5fe94068b7678cb6497634805108798b4e2fc73b53dbdb9570159d9b5e752967efeb7a45ffd62afacd56c4db5abc536af94b6e562e77e740fda032c176fca48cb54800e0487744dc88453380e15015405a40885f687d014b8768809e5d37a584ffa5fea0a178a6576a34c46efa189bd06a5f2d3acd531d0f206c20a8dd64e35742d3bc91a3e9caa65abfcc8c19cc00ad4f541ae8caf1aadfe488194e833f51094cacb3b7b6b7a4310b8415fe6b7efdc837603be5fae2bb18483e3f370da214a85079cd625f89823bbb3874c1cef6e3636527cd2cc521a8b90381bb6f383e3f370da214a85268d6a6293c82d2cef2c04789c91cd1ff135a552b34613594e55438f26a17517b019262c32bd0a89079cd6254d2418119df9e0ff4ff29fc8a2e49fa24d1da175c49276f987744dc80cd360a2a5a17d6596667fd7bfd22b54da185e5a08c0369d77cdf547e3ddc5bcabfcc8c181c55c19d84aea99af1aadfeefc20ede521a8b90b5eb9c1867b5ffa7b88b9106079cd62502781905a4d906f9ee4a9110aac0a1a53f97284ab666f8e5f1eff799c89e1439dfda6f5e345e275cda29bedd670cacbea6027b9283df00bc8f3fe43977fcd30f5ddf2ebf5ffe051228ef8b8ce5b9da2bb3461359d64e3574bd8d44d7abfcc8c1ba33e7a0ee26580d01a6e3d5c3c741105fb8e5fb0c2349689964dffeab5767491048e15d8567078d26fb81598d967111464df4a630be22a35fb7cfa8f353dfa903ae2c215762febf35a2d473501e32ee99790093b3461359cb8496536d59c88b8d86d76458ac25a58d50b32bcbc226cf0159d9b5c45033264fbcb45b4dd1ecb3acac3563776c65b520979e52a6fa105d62e5b43ff41587c237613d6ddf79cfbee3f93752cf64e43aee5dc75aa21f3623e9ed3fad5762febf513e96158000000000000100000000000000000000000000000000000000008000000000000000000000000000000000000000000000000000040000000000000000000000000000000000000000000000000000008000000000000000000000000100010000000000000000000000000000000000000000000000000000000000000000000000010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000800000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000100000000000000000100000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008000000000000000000400000000000000000000000000000000000000000000000000000000000000000000000000be0e47659d8b19534c1a6f9919b13a57cb849653def99f9b776c65b5b666583d8f3fe439079cd625e843494065339a827603be5f80000000000000000000000000247f950d583b959de0ff5374750bd191b19050d4ece270817af74a9e814882a383af59af56f63592b96c1742d5682aa4e1dbf7131573559deccdb98bd18c8ba2ae49696a1d05dc9c165d3c1c58c22aa157818a49da3fb79c15704e2690f6b8974799ce0ef62f498b9c8fbfed4db85e8f399c23f49618c08e24dd52c72e8bbe8fe0f84c66df90f483caa5a8c5b68467817209aaf130241bab1f61ef57ef66ded711eabc080a7708c3b6429174ef1b17b941695a23cd8889a7dbcd6a450cc81187865ff2c0f821cc10b5fd34d7366e0890ed92565da663678baf6bc26d2231658576dad4f5a28212987ca66a184d6cdc9d6ade8944f4f162946effe1d1861fa98f12e53ef20cdf28ac42981161e1a2e5bbd30318e128457cbaea46851d8c35ed821b7680c5597afcaf24335371c56fe893a89cc87e214cef807c185fd6fa3253a192ed6ddbcbfafcaeb77c55ca68b93ea86d921a4f5cd563a5f5e7550d14fb0e8338bac0756df40188709d7d481d06c2c7c14a6fec9959ecda7c606efc2c252dbbb8bf2bd6d7eed7ad1e4069bb3b3d849b7745e2f3bce45c930f6d61a29c32c4a0f5423dff2c4135bc2d2e6c542feb2287b4eec705df89398922611bdeeb5ed79d895cad3f8ea00080da1d3291da97ec8a0293573c13f3b48b22de2f7695afe18bf2d66b510d1ca8a35fd53ff4427d748c0ca357123ff4f5852ebc3a0bafcdae8364b9b63b85057c076438fd40b48391070dba8f563a9d79039d9d751d2b1ee405941b01f53be2c9005d08fa1e36aced04a531bfee7ea279068e3cb03f97a5e200f00d3aa1e32ca002181a9d93e39ad7055093f52e976c9e00e09b11c228d93104c0a6211d5b17530788bac5af8a5d9e05c8ea3c60f689700510b915f80e7c220530b2b97f8e2b5105b8dda4c24e5c140360e15983d6ddee07602729bca756c7031001ea3febe04e00b8f153f258d56105c8df95711393b100d0f4a0e31df42c0678773612e1cbf900e867d58349fa5304882af7bea7c5a4074818aa5406d60507f0987b5d0503c706a03f3d057276a004c8eefa108266790138252ff5e016d203003b0fe58809750698acfcab20c4b30098411463b72d040480f48521b24e7f05b85eabc3abf2c104a81033069521bd03c095f6323640c30490e696ad5ce8f406505fc5f34824bc02b8790415cfc21106d8a8074a53425806e8341e11f2003c04a82bb8a332590d0790c31518d9bca200a03cdca2323afb04a80f46f1522ea002f88954bf2be8c5059804b228dbdea70400306ac4026bbd07d83df014476d7205c8bd4121d2f75001e83c14eb2dc4f8025002add8c018f80560b1ba348e036307c8ea07d8bac64f06a8389c38aecfa901884e507af1119b0508b78b650cdb4203a048ad7eba63d5026848896e88d97002b0dd8723ee2e970568b672fe0eeca005e8306f0db3fc710238bbae4fb625a60538eebf0dea41d407c02a85514dcca30700e71f43203a47036048c27a437028078808d24a6adc9b061038347330616002a827682e4de77303e84ad1b132c1e60520ca385506a57207a865ae9a57af6b01100971fc76fdfe00b88c0aecb2822105c0a3f539f171b50398407f11d8f84600681160f4d83af800281911156cebd9075861a7abc03bbc0130f1d686bd736e06a01498eafe38ed01f03a439d8d59410430484b2f12d2e20088dc098085ad480558190cef69d7ea00d8e13487c9e04f04e865c84e2ec84804b0e1b9ed5fdd07053069f36174265106e01382139c80e501501adee14b7dba0680b5382afea7ee01');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('0bd1ec7802814892bcad4ecc04f59a9b', '0425007396457c196f3b5a4d87b34618', 'fil-littoral', '2026-11-24T23:51:00.000000Z', '2026-11-25T02:34:13.241209Z', X'01bf000c00210060006672f016066b00000000009a6724b294fec060c94f27e22b5f51c643beb7e8536504b157a0dd6ba18491d9ab19730f43beb7e89a6724b2deabd209ef392760046de0ee42c159f30bd63a008b29907d3164b1fe43beb7e81fb34b959233cd9f8aacb7b19a6724b263a1edf0f77dac76aacd501d705807438b29907d9a6724b20d42798d6e835247b4fb5d6968582db68b29907d41016fd88b29907d7fb070783c6f829af07867ee9a6724b276f1620f8b29907dd3c0751d1bc47d8548203ac78b29907d2c3499e124f3a5b78b29907d1771775a6d79ccdd83a349b59c654b7de9a79f68ef392760bd12519543beb7e8673a520dfbdf925783a349b5371474108b29907d86dc53bf7350d2a6838b05e89a688f5c42c159f371fed03962aac9933fc1203f32540a6f3ec28ad7ae3c9f34aeed58197f497cb9928b242443beb7e85e9bd10a61b7b84d62efe2b137fcefd98b603bc583a349b5768a69d8c94f27e242c159f3e1a213e038383b0e7fb0707819218627a184922bf07867ee32540a6f3ec28ad70abfa02443beb7e8a85a6a8562efe2b1fac53ef042c159f319cb81e49a6724b2f38c18cea99ac1646e835247046de0ee2f2297d97c926686288bd7d257a0dd6bc2daa37a8b29907d9a6724b25801651cab19730f2a4bd7a0ce5164668a051961ac7b134fa85c736a38383b0e2d7ac9a093df41ebd58f39a013d39bb98382b87b43beb7e868582db637fcefd99a6724b20f9dfda3b60bb101fbdf925783a349b57c4a86aadc29a509e1dc30b44cbfd132f9a232e3fbdf9257ee466f216ff0967943beb7e857a0dd6b8970e9788b29907de8bc21cfc104c2169dee43378a2efc0243beb7e8ee466f2183a349b55b8a11448b29907d9a6724b275f5a5db43beb7e871e0c71d13d39bb9c94147cae1af251b38383b0ea5d7942683a349b5516a84d95dd2937d8a0519618ae0550183a349b546f97cdce92761b1aa8e6a19d335e49542c159f3bfe377b56bd5dbef01c17f87994f63ac43beb7e82c3499e1d25d77798a05196118fbcb4c3e6eb3e57fb070782eaddca338383b0e7fb0707846f10180cd1db8158002000000000000000000020302000000000000000400000000000000000000020000000000000000000280000000000000000000000302000000000000000000000004010000030000000000000000000000000000000000000000000300000000000000800000000000000000000000000000000000000000000000000002000003000000000000000000020000000000000000008002000000000200000000000000000000000000000000000000020000000000000000000000000000deabd209ef392760046de0ee57a0dd6ba18491d9ab19730ff77dac76cf1f8b213e81a57eb4fb5d6983a349b5bd125195800302000000000000000002526f74083b65a388bbd02b270be74196ac6b16943c9e5c9a536ee23241368199fe2d45dbff93ff8a3e4b1607531877853e7bbca2a188bf80dc5a0d7fb925ec80ad20cd73b615dba983252c4ad210a3803b66a16cadb7e287f76800dbf676eaaabd56f07feb8a15c5818253d6a1afddbfb72ee7f2d134cbb5e42dbae255f45587370d1b0780a1508ff88ef6714f3e75a045b26cae8e0500a16365bc187fc88aac7cecf4c09e70c2919d8fac9c1a024b86a0d015323bb3e38ca8678193ebee339200b51e5b76ad6ca5f1e92c50afa177952a870aa1050b70cfd0116a19e478d5955b694f66f53a5694d388827ca561d8b964f97065a7193b835f131f77c3c0419b2b1401bf180787b264b9b63b85057c079d9d751d2b1ee4056438fd40b48391071521dfe076b63c07a4b2bae96fbde0004d177b1249cc7f0695a136f824da5302a5cf5dcf94b2b600a531bfee7ea27906f86819354dcf5d05b919d3ecde710303e08a2d08400b690228a604bf3d595d03c88d336cefe8c00248f5414aa44b16023031ab12246da20321c6191921f16607200f8170f8d25303092b08284fc7c705583bef9298ab8102a8215d3774913305f96819354dcf5d05d0a838c7cc253505e8fd71eea4600605ded5fa04be9cb400588129c23d02f20328be2b1588c79906e846e933e9c88c07d095778a2bfe090108984e107ea95e0169412cdf74ba4405a0c6ae8c545db30348d0a03dbedbab0650db191ce9ab07071063afaff666710491c8bd81af76dc02e091ba4ca3e7510140d472542323bb04f81fd4ec1d01ac04a06ad314c208e2061890c457a0a25602785d2c74c8228b06e01e0f877b4e0603c812d459000b5b0400ea3446278cba0460813915d48c1900306805af6076dd03c00a9b3e0f9ec100e0bbbab501adfe07b0be9a26309ec501a0f6f0ccc00e6e01708a0273a0fe8e06701d032db1b84602a006f512dc4f5303e0afc9a05a578602d0de1b93ccf0fd05804d276a24f8eb0348e1384ab3189401281a97c77d82050768a24a54d700d902a8eac3e935856c04f899acabf5cf4a04602c4879d4907c05b838cd663522090288a3f91e64d709006089117e8ba98007184fe353c9c38705c830efc7a7b2fc0498d09231e29ee40680d80811577e190188171e8bc42f4c02305cbdaf8bd18a07d081878e7613490130cd2c33f9cb4502d8a9d142522b1e0438b6ca9ad53db103d0fc498c67b3a307f052f6d472d3fb03505934aed455730500604ca819dd520601604ca819dd520628cb85df2e04c801c8cc2d6bfc78c9068040b15f2638eb04d88c170ee9bf0405b8a4cb067fca9802003792c1adf17403c0cb040e0d80780778d4287240103f0141eb2f34dfa2cb0520310b596a237e04f823b5388a318004e87cce7fb6929b0550067d5414fcbe0770083de08637aa0088bd4a427dca2205');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('1040287e81eb6182b168e4736e4aec7c', '20a463e16ec9a7ba7b2563f753b4f250', 'volzhsky-vestnik', '2026-11-24T19:11:00.000000Z', '2026-11-25T02:34:13.241209Z', X'01990007001c006000727544e1056b0000000000c16de0549d05cbab6b4938ec883bc004be01722a08105d985eec5b056b4938ecc5da59e5dabedd7340058ee55abfbf50214fc12feccf47dc2b49828895a36dfc0d558ec6d022db975eec5b05725310dee5fc46307ca479ce9d05cbab6b4938ec883bc004be01722a08105d98dfd1c04cca74522cff2f8a8b5eec5b056b4938ece0ddfd092d48deba9ca4635983f8588d6f9f5d20634e2a9640058ee55abfbf503ba6597df8ddf9833d3539b640058ee5a9be4fe35eec5b057ea770379715dec78b819038557dcf808f8446e23c7c433b0466ea53a1bb95ac214fc12feccf47dc40058ee5183b9a94da89a5f06553e0cc3c84f36431fc0831f668cfef0d558ec6725310dea4b5f0fcd8bb3cad97cda78662d8b6fe728d55ebc7d3b1a3f7502dd5d022db974fbcecc6557dcf806b912f716a0b581402dbdb72728d55eb15aa018e8af526aadd7ceaab40058ee50d3ff0767d98d46911e29e7f557dcf801a0119fa2d2ecb1e596c8002cb95cbc74b6d9d684c1d52438df6b481fcbfbbb781026ed650dfdc2d1ad45e59d3cac1a740058ee5dc4aacc980ea62c485ec6f6a1d2a601805024ca3315cf8342286601fb515ea92bb9a5d7ae4222f14557dcf80f3ce85ed078484bfa302069c021b80f7f0b6b69394809819b9bc4846497d56b7eb272f4840058ee54df81b26f4071d295c473954557dcf80a24414afbf77f3883805c0ae712590ec12488317be01722ac0d76a31217f9db68f5b09512596dd9d931db835bb9f9d92eccf47dcedeeaece692518feda89a5f0801a23bb40058ee5e93ff334839ffac7b1bf38fccc6dfa525fce3d1b13c19f9d0746e43117554543f177769cd0d8ecc980000000000000000000000000000000008000000000000000000000000000000000000000000000000000000200000000000000800000000000000000000000000000000000000000000000000000000000000480000000000000000000000000000000000000000200000000000000000300008000030000000003000300000000000000000000000000000000000000000000000000000087a395ad5eec5b05217f9db62a2d7c48e1667fcb5d6add52ff2f8a8b800002000000003ffac3aab62eeeaf4090f3e918b8a38d84a0debe94e9399738a7e55a210864a37701cf12c8fce891a5712026c664a69061891120e5e05d8ff2f0270ae6a63787aa111d9eaa3240d048a6d0fb844d02d4c17208cd8cf379cda5afc9e2dc7d19b1d6b8d0507f04e690370591c2f936d2bcbdbd872d4ee04cc6744268ec754560b55e571370056aa291a698fea5873f0993370d700535cbc0af1ad77e8e2731619e090333dde515bbbd5c0435130b0e33da780392574f9843aae58bb03fb2a1fe850d3cfa8c9e34868a18e4fa5a447fc5ac68681c6fabf864ce7a47d2246f998e8a6438fd40b4839107054c5c6a8d73aa002563c2a09fdd180385451c108430d502646afac472fff1012ddbcf7aaa4a31072568ecd0e818730705cf7fb57f144a0395b9ed844617db079d47dfc56531c206e57dce35ebb971028c7327d9d618600290ded1a50119e704c8eed72652065302c9eed72652065302808e06ae8513310608a2e082f3f08402d8a292cdfa60670348e4847266f01105b0580bfdaa441303b84400440a848c05104ed20377ee6a0470a4a5a54bc93407805cc49d3e961b0770849c57e290f507607f369e1968210488e6e535bc964b00507c5609850ae206a892865d7233e206c813c33773de5e04f0cae05f105570079834273a97491400308d3bb1f2402f04f8663ac8afc5550058b239c83ad86b065011bebb7a9aac06b0d33c0bcad97807085e252840331a07903b3d08696d6902e9dce484bea6a50378e7497c4f217a07c8fe25fdcc816206182e08e1d143460240d663f08ae66603b0e8711f141004045820c51d3cdb9c07187b62cd2e201704c801aaf786c27901d055ea4272c9a005f0c61370333e990608c7e3d70527280200b973b37c3b6c0200f9f79fbf2297067897be50ece53403a03f5f4020a47501a0b3d382ddbef000101dd423736ddc07c876db86c3a7d102401ceb6bd810300688893a8161cc5a03703633fbb8ad990668ea7c578513f90370185810d7215102f0251f2fa5a55601a8e949387d6f86046834ae88f1ba7706185eae947a5c8306b8c070330c7e2a04803541c081772a0030f5309e753d0705505bcaa9d3116a03b8818839358d0200f00864f955636802f8b17bfcdfa56303b01389f2de4677002949503d9a131102c8e9cc7b92686803c0272b996b045b01784fa93ffa45f101700209abf2ac4801f8b31fa15e6b4004b82edec83de85e0798f3836dd6f6b500c85c1a7a42405204c08ad4dbcb45b904b08774d49748850450276d9a63e41605108560a85b56450178c1a454533ba4041057c629a26ede06607ff5d383e22a0338837ec08d03530708202de5312d3a01481405a117a31d00e86392a2dad29b0738c598e744443d04');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('1955e1114d4398300a41cfc08c1e81ce', '2706bb5cbfca7f1ee39e032cb163fb30', 'harbour-courier', '2026-11-23T20:56:00.000000Z', '2026-11-25T02:34:13.241209Z', X'01cd000e0025004700656e60a8046b0000000000f80975ef25a3e2fbf1866c7a77e808a35a2cf8f5d830ff3cea396f0c0869166ee66d453cbab197a1faa16d07e66d453cc2302adc562641ccc4d287d70cdf50fbc829b609b6b66a10637b0a393b60034d70ee944378cc041fd1785760e66d453ca1cd4223bea34756cf424c72edc2104afaa16d07641f8c641c0ee8235a2cf8f5d830ff3c4b8fae7ce66d453c9cdf5f6e2ed645befaa16d07e66d453c3344743fcb85ac6b4e8eec5fe66d453cc2302adcfaa16d07e66d453ccc5d9143637b0a392dbcbc8f68653d5bc397afa76d9bf50743beb7e890230c9b70a11ab9e66d453cf8e846f48c9d53a8e66d453c0c1e7d73c607383f0d8eca2b759c0892e66d453c0c1e7d7310a2251aa7dd151be66d453cc397afa7088e21287d7c1d7b6b6ebce9c829b609b6b66a10414e448925a3e2fbf1866c7a77e808a3637b0a394ebee61d7b6edd3778cc041fa0a9db4a9f194bed668aca11ee12b553ffd2a04540ea7ed2f974389f3cfd576ae66d453c0b44da31312b23fff1866c7a97e2ea3ccfac0c91e66d453c42b30fd6a13ad6de4ebee61d8f426227996deab9e66d453c317abaeacfe3f9f841cf7f4eb241e68e71366ce63ac6248248f054a8c4d287d70cdf50fbd830ff3c40932a26e66d453cd02114fd738a634b8775b71d34778ea26be2ab8fa23be3444e8eec5f8eed9910c4d287d743beb7e8696b562fd97c66116d9bf50743beb7e8436d7ed2637b0a39dba649acc4d287d7aab079fb42d2cb3fb934c0fbfaa16d0743beb7e8bc9880a131a3e5cb637b0a39ea396f0ce23af74c740c95212387342d9e6d73ad6d9bf507553569c148f054a83b90ff1cf99484ef35248eb22dbcbc8f1f28aa679b85e7e3c829b609e66d453cda1433fbe66d453c7238eeb84ebee61d0d8eca2bc0a4765042d2cb3ff5d8c546faa16d0778cc041fb28d69a435248eb240ea7ed2b707b61112eadef8f80975ef4544e36ba1cd42236d9bf50743beb7e829c4d976ea396f0c740c9521c4d287d702d43a2b3cfd576ae66d453c0c1e7d73d830ff3cea396f0ce23af74c20e505058c9d53a8637b0a391f1271ead18bd7a637c1ce6d868ed0ff637b0a397d4eca499f6833f468a9973b9f6833f4637b0a39183f3b90e66d453cb2d7868e8224781a80030000020200000000000000000003000400000300008000000000000000020200000000000000000000000000000000030000000000000000000000000000000000000000030380040003000000000000030003000000000000020200000000000000000000000000000000000003020000000000000080000200000000000000000000000000000000000000000000000000000300000000000000008000000000000300000000000001000000000000000000000000000200000000000400000000000000000000000000d830ff3ca0a9db4a3741934fe66d453ccc6d593fa13ad6debfe217a043beb7e8aab079fb7238eeb84e8eec5f43beb7e83344743fcb85ac6b80030000000000000000000000007c9a4ee6e497e8a082e93c22965024a45b6e5660834e43a3def60fe89b820a9d73101ac23e8ca3fa50033c3b81034bd8a7babf6aa623d7becf1e10b33292418a6bede8ced8ef0b8f8aab735c245ff89dd9d39ca0709e7aa417c103be3c4c87a678a4bfdfa6b2559163dd1f1b3fd2388afbe4f90fd717de8bdc805ad90b8b8992e87015fdc1978a9f8b23acb2a3709bbbf44845b2436921aa08735ee29fe7ad9d601b3a14546de2ab22f00fb99a17e7ac90f09bd26013a9925102b14f42c2d788aed308ffe43388dc5987dc07dc02d082dcc75292f68ad490e6baf4b9c88c669ec431fc47c42fe39755b0e48bfb921f96d60a42fecd3a61be4e80b361da492680200d009db5518795f2e81430ecf870a3e96a32acb4f936b3eb6e9251bdb23c9cc24e71df78a9d19d2d9b17a949a75506fd98fc62412bfe015dbc4dbf7aad2d001d7e49b82e238003edd434bceb0dd307152165fe2713f2024dcf77774c11c2048d600bcfa21dfb00889cd92c16a92807a0fd4d4db1764303103a2ea444f77805506b1be749b8310310434c4703836804305f810da7e54906b96d7d57aa408d05c8f49fcc42c8760058bc4dbf7aad2d00d05550e7abd798010022a250369bba0076f9adf2d701a40588f456b72da82201300ca90395e8e402908b538ed76bdc04e0b4d4cd4dd3cc0770891f55e0d81b0788358e2efab50901a8d7b71a4fcd5b06e026794b8abbce02a84017554448570518561101033e8801086184571f281004e807b7271249cb03d8fc3ea2ee426105b8786969d69d960538c17201b88dba0408f0132f01ec7005b8c776d336eb0502e87a378bf8945900c870d2cc8926b504e8ff411edadb690550a40916fab01707a9aa778cae6bd607d05de16b88bf790341cde18a03dccc0528fc152aa2059502c88149ff5649220638f854b30b091f045038f0b106dfbc02d0a74c92dfca9807b87ff09f72c63f05381655639970fe003135bbf5a9504f066038b7f008eebf03f0d5f01f36c0020630700a486fe9760348c4a04fb3f6ea04e8acd055cce99c0790712a137309b207e0c26df06c337a00105889d146259c03085433914e0a9100e8145591edc53103c823f386daa4a00788ab3793a11067076222bf754bf23a01004b73904cf20d07b07a7e6fbb566f0348deccb4dd1cb906205b685c2b2fcf06fb5e3d3d3674850603ea728835848d02');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('1d0e9006d91d495bb208a276afdb48cb', '3fbcd44d5034b0954ec50e49b19bcb40', 'gazette-rhone', '2026-11-24T09:46:00.000000Z', '2026-11-25T02:34:13.241209Z', X'01ca0008001f005e006672d85c056b0000000000857319108b29907ddd70ad935bd60e6043beb7e89a6724b2ed929ad732540a6f2627eaa18b29907d8e78f67903a6dc10c3a4da5d56bb013e13d39bb905c55b7afbdf9257efc9ce0f01c17f87cf03ebf22984aecbde66584262efe2b19de9cf4ec8da40e898ebd04eb32cc5a6db3ea5f4226159f943beb7e8791f79e883a349b5c710fe2889b922d804697e7f07c0eba0155be19843beb7e8a929a91451a77acb89b922d8155be1985fc2514c57a0dd6bb60bb10138383b0e925ba1d79a6724b2a6974e468e78f6793932e14b86ceacf343beb7e810feab8438383b0e7f792cc642c159f339c88efd8b29907d9a6724b2144717100dbed51acebf39d043beb7e83ec28ad7544669c58b29907d9a6724b231f22ead1994f41501c17f87eaec88ef43beb7e89a6724b2e9dee4a520b7b46032540a6f3abb5dced87bcac58b29907ddd70ad930152aa5cf3381b1643beb7e857a0dd6b71f3ed363a8f54cc7c9266860a86d9089a6724b28760fb828a0519618a231a56c829b609c94f27e225dfc853fbdf9257557bbc3501c17f87f9e6825d22cb5a1e0296955e8c01ac2d43beb7e844e726ac9a6724b26b725d529a6724b2a1857ac6e4519f91877e243d43beb7e8b4560e8420fe57408b29907d75f5a5db38383b0e1fb34b95f5924a303ec28ad72627eaa1b892b5459a6724b261feb4c0abb8b65de1c41d3732540a6f9898f6bb859b84ef8b29907d9a6724b25c7e974e8b29907dd3ed9fc303a6dc101fb34b9583a349b5afbcf469cafe32b1260abc8fcafe32b18b5817bd43beb7e89f5fa2d043beb7e87b609d6943beb7e870a5fe35a34a6ba08b29907d9a6724b231f22ead8e78f67961d4081b517170da7bd1892aa3dd073c38383b0ed4eaaa8df5924a3042c159f30bd63a008b29907deaec939783a349b57238eeb83a8f54cc43beb7e88364f831ac56783962efe2b11526dbfb43beb7e831ce3db0aa1e26843ba86a4c98f4933e13d39bb97bf7f2738b29907d901417d85eb40db738383b0ed56fe77318c5bb0a43beb7e813ca291e20b7b46024e0d383f103f6759a6724b254a2463943beb7e883508b6722dcd94b32540a6f5ef2e83536e1a5719a6724b2321799b31dad1378702ce49e80000300000000000000020000040000000000000000800003000002020000000000000000000000000000000000000000020001000100000000000000010000030000000080000000000000000000000300000000000000000000000000000000000000000000000000000000000000000000000000000300000000000080010000000000020000000000000000000000000003000000008200020400000000000000000000000000000000000300000000000001000003000000000000000000000000000000000000d60bd7408e78f6796e55f2741ff1f6ca38383b0e66957b019a6724b239c88efd8000000200000000bff23ac0aa4a6794af55af64a41b5592292751adb87ca59c029cf4635e822f80b6fb8dcc479f6281b65ba0f4c30e13bdd3a2f22349ea209ff993c089d9ade6e5dfc20f90aaec0fb8b8f1ef7b64697d92880dd659a2bd809f47821fa47d48f8a8c380a99e8582a2a53bc356381c8a6a9de2bf9de451ece18ec235ed1300997794c92a59b2aa96d88639bf556cb95da28ba99b1166a9220a983d1e1fe6753213d72485e284ad7d12b8720af69c5f5599a161685654ed69338807966fc9ca82709605fb67b3f4bdc3b79cd6b9890b2e7198de711351e4b9b99c0ea6f0870a9f77a808214cce0220eac7fac1674dc8b84c9317cc23f43cb4aaa9fdae61fa43d4eb071de7ea9c44f1a9011dbff6439bf1fb03083572e350d0a204280cd22c90884302680722c38bd9d006189d921333ddb803798f4ecd816a580608c906102a495000d81b1c02f4b7ea0460f3575de93e4300e86ac68639da9405015f72607b615c05383a294c16ef980526b3ab5809262b07f0c7bf9ba37e29056097d517cbae380670f1ba20b3711103c8d2a8abcab0a604809a946113573205c855c581c4b3cb0590fc376fbc107f001115799596a41d05208ea3df2216e00461cdf9c178ef7503f8784721053aa700f07c5ee51f52bd03a8ff49625da23303a0e26e98934e9307506f4d63fd55f502281f097d8c3686061857ce4b4740ac0290bf3a95b96bc3059828eef273ceb0020b499abf89728c0783d8ed6bf065c60658c97df9b2ae40035892576a0fcaa405b8546e29bdde590668f316d1b46b4906d081878e761349011061004f0c36dc07004f68310e970f01d076d12f4ea5e00678aeaa72943c9106f06ee5bd5f420606806f2666670de10688a3f91e64d7090008f122f68a85f401905c262e1c6b9706807cfd3a7cf11000f0371737c48e4705c022dd60843a070158a0e41b56080f0290b5a9a716e3680718a8dac7d4421b01c028e5929222930478d4287240103f01e819e965ca11830310a011fdd217e30690f3f94128cd9f078375091daecf9b05f0c02fb8516bde0780f1ce7d1a47d106501f7bd24eacef0581c7f0dea48dc60260d1f34781e6e604f88e5ee6ca69f5002019261b13b59403987a4112cac04e06d036bd6ded36e3024830c54f2ae76a04f8903321a4bb53055892d2b8bcde48030166921f22ef960176f9adf2d701a405d8a9d142522b1e049865eff396f7ce019871a56c77990b00b0f7aa51b584ed072861998d3a4bf904e86a8e3fdc602a048a15cf72ef7b5405600392e6d542ad066050490f79de6b02e8649a1c2ce9050110b7f308cb53f70790f8089b7ad9cc0118561101033e880158c38f29da95ac03d02fd527c07ea2069882154b9a51230003ea728835848d0233d3341a3dcf5100');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('1e48489cfd4ed52e772a924d58ba0364', 'd37e1fa4e9361c8fb394822ff865b973', 'tribune-leman', '2026-11-22T05:16:00.000000Z', '2026-11-25T02:34:13.241209Z', X'01b6000b001c0050006672907a026b0000000000df6a785e13d39bb9b78cb0d613d39bb91f65ab0195f412b3b234a9567f497cb9ba88d76983a349b58ca95b2b76164e4843beb7e8138e4f2d98f4933e13d39bb97b459d17e33f6b4c43beb7e880cfbb6e5d87a5ded56fe773188d0a3213d39bb91f65ab018b29907d9417a31a1a7bca52c94f27e25fee17d313d39bb9443175e843beb7e861b7b84d46f1018032540a6f931c8c1d5ffb36b5cca448f1e3df026b38383b0e13d39bb9aa1e2684fbdf925783a349b5aa7cf4be7c926686f1e0f2907c4cb2e183a349b55281d11643beb7e8bcd236a413d39bb976258b015c0ee60dc94f27e20dea1dfa13d39bb960d4322e76164e48b6fbbb73d77f67233a8f54cc7c926686925ba1d7f07867ee83a349b58f063bfeef392760c4de6f168b29907dab0f897c13d39bb94541a9d98a0519619b69079642d231d73fc1203fe649f66b38383b0e07fbc1ea62efe2b143beb7e8357f544232540a6f3ec28ad7508afd08532572659a6724b2680962a28b29907d3fc53a498b29907dbb2912aedf6a785e13d39bb9b78cb0d67f497cb95bef5208c7f2de53f07867ee9a6724b2efed18778e3aa62fb892b54583a349b57537ec616f44b52f13d39bb97b459d170c5a441143beb7e8bcd236a4b4fb5d6913d39bb99d9c8b26f3807e3043beb7e857a0dd6b468f29f60d89f4f2aacd501d3c3018a9155be198a6abacf013d39bb9c5d917da8b29907df1e0f290fbdf9257b4fb5d699a6724b27920c402efc9ce0f01c17f8742c159f3eba5a88e70a5fe35507ff354345e487903a6dc10fcf9d6c7a1a9134d83a349b5210bf74ec5d917da59c09d7ad280adb4b4fb5d6929fb2710c5e040c19c94f10583a349b576258b0167b21aa042c159f3c06d80a5138ff50433770642bb0427c99a6724b2680962a28fe67b7c42c159f3f3edea8c04697e7f284cf8528b29907d3ec28ad7fafdc21983a349b5aa7cf4be606dbeb29e56dc356fc737778a9dfbf543beb7e81fb34b956c9fa73a83a349b56b725d52800000000000000000000002000200000000800300030400000000000000000000000000000000030000000000000000000000000000008000000000020202000000000000030000000000000000000100010000000003000000000000000000000080000000000000000000000000000000000000000000000000000000000000000000000000000000030300000000000300000000000000800000000100000000000000000000000300000000000000000000000083a349b5aa7cf4be7c4cb2e18b29907d2813b4d283a349b55281d11642c159f35ab064a643beb7e876258b018000000000000000000000c7edde8eafa0b98f1fb5f848b33801904adb8f860f4ea18b41999477bb503ca43bf3c588760fbabceecb25dc9c1ee9aefaf81f67963997b44b88b91edf72c5929a1b5a624a0fdb97cde191c185de2aa5a99f91191d5af79af233624d2a4e978743f209d9b1c4148a3b1ade93ca831db83379a3e3223714cadb0ba34b3d78c5d57d03162b7878fb81947876ba8fe76f8b90076a398ea4ce91891bc1142f830893ebb814890635569652bfedc6a4aad1aaf291c0102379629c2ebd11c91195228cc0a4ebc381217ea050ac73d4fd129aa7d5b8f2b21810e59434a2c7b476687d9ad5685896144858041d7506d90197ca0050e193d1b131440508eaa50211f00501b04540e850d74b07c0a95301d9707105089180a03b8c05060835d1ac2ada750170a4a5a54bc93407a0f6f0ccc00e6e01d8287251431e4803e03a136e17f9bd04106e2c796a278a00116e2c796a278a00404159ebe7428b067967ffd40e2f3201701934884ae6cd010853a74563498d03100cfbcfff3bf50716de62f0c4b75f00c89545708b0386031810e8f4f6cf7f02b0735c2447a35907a006f512dc4f5303e0fd90611ea7e007306e322a72a69e0188a3f91e64d709008889c6c62651180701f7d3a0f5c33607808e5581b25f1c04a9c9729070ff20061857ce4b4740ac02483a8de7aec82c07b89f9a6e1c637100509e91193d1efa01b8c8c9ebff78d805b813188658695c04e0bbbab501adfe074a27080447718d003374f52639eb39025086a023efa45101704b45353131ea00c09639d62d65140110bd2e13761d3805007d0b743281e8064836e9b876850305f85b42bf1de0de0760fad902405a400258c97df9b2ae400308510eb837b72d02e8f0d7828f8751048883b8ec8c14f7068098a01c86c66b075054a4ff808fab04e0f183b475daa606301bff21a46296024896d21ce04b7f00b06bbe0acdf890036097d517cbae3806a09af7127b2ab00598751fc8a5a2b802c8ff76fe1d77d704601d7faac35e6a07c872de765b081d0450acbefe0ccdaa077038908795283d0333b3f5a9d04c5407b8b1a936ba73cc07f00527fb64fffd004045f95dec62850590aee1571a6ee0033850d2c3fbb92d01b8274f815520b00490918ed5a785de05606e5960a478f907d8cc16aeef59f806d8b7f38a6008c504c022dd60843a070133d3341a3dcf5100cb0b697b2483b504');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('1f52e8996077aaf24081088067741d2c', '0425007396457c196f3b5a4d87b34618', 'observateur-soir', '2026-11-24T23:16:00.000000Z', '2026-11-25T02:34:13.241209Z', X'01fa000c002a0060006672b01a066b000000000083a349b59c654b7de9a79f68ef392760bd1251954488afa383a349b5371474108b29907d62aac993ee466f21a5d7942683a349b5516a84d95dd2937d8a0519613c6f829a046de0ee73ef142d8b29907d9a6724b276f1620f8b29907dd3c0751d9a6724b294fec060c94f27e22b5f51c643beb7e8536504b157a0dd6ba18491d9ab19730f43beb7e89a6724b2deabd209ef392760046de0ee42c159f30bd63a008b29907d3164b1fe43beb7e81fb34b959233cd9f8aacb7b19a6724b263a1edf0f77dac76aacd501d705807438b29907d9a6724b20d42798d6e835247b4fb5d6968582db68b29907d41016fd88b29907d7fb070783c6f829af07867ee9a6724b276f1620f8b29907dd3c0751d1bc47d8548203ac78b29907d2c3499e124f3a5b78b29907d1771775a6d79ccdd83a349b59c654b7de9a79f68ef392760bd12519543beb7e8673a520dfbdf925783a349b5371474108b29907d86dc53bf7350d2a6838b05e89a688f5c42c159f371fed03962aac9933fc1203f32540a6f3ec28ad7ae3c9f34aeed58197f497cb9928b242443beb7e85e9bd10a61b7b84d62efe2b137fcefd98b603bc583a349b5768a69d8c94f27e242c159f3e1a213e038383b0e7fb0707819218627a184922bf07867ee32540a6f3ec28ad70abfa02443beb7e8a85a6a8562efe2b1fac53ef042c159f319cb81e4d617a923fdfd36829a6724b2a782d8b18b29907d6335983b3c7b02489a6724b2f38c18cea99ac1646e835247046de0ee2f2297d97c926686288bd7d257a0dd6bc2daa37a8b29907d9a6724b25801651cab19730f2a4bd7a0ce5164668a051961ac7b134fa85c736a38383b0e2d7ac9a093df41ebd58f39a013d39bb98382b87b43beb7e868582db637fcefd99a6724b20f9dfda3b60bb101fbdf925783a349b57c4a86aadc29a509e1dc30b44cbfd132f9a232e3fbdf9257ee466f216ff0967943beb7e857a0dd6b8970e9788b29907de8bc21cfc104c2169dee43378a2efc0243beb7e8ee466f2183a349b55b8a11448b29907d9a6724b275f5a5db43beb7e871e0c71d13d39bb9c94147cae1af251b38383b0ea5d7942683a349b5516a84d95dd2937d8a0519618ae0550183a349b546f97cdce92761b1aa8e6a19d335e49542c159f3bfe377b56bd5dbef01c17f87994f63ac43beb7e82c3499e1d25d77798a05196118fbcb4c3e6eb3e57fb070782eaddca338383b0e7fb0707846f10180cd1db8152861edbc7fade4b2a6bb5c1ff2347e0ffbdf92579a6724b2c2daa37af77dac7683ffabdd40a402e7ef392760f5950c7488a288ea43beb7e891f709ffedeedaf08a051961a2d5241aef3927608567078d7b02c6f7b1f4d18657a0dd6b6d432f29046de0ee2f2297d9e3f10507a59f84318000000302000000000102000000000000000000000000028002000000000000000000020302000000000000000400000000000000000000020000000000000000000280000000000000000000000302000000000000000000000004010000030000000000000000000000000000000000000000000300000000000000000000000000008000000000000000000000000000000000000000000000000000020000030000000000000000000200000000000000000080020000000002000000000000000000000000000000000000000200000000000000000000000000008000000000000000000003000000000000000301040000000000000042c159f30bd63a008b29907d3164b1fe6bd5dbef1dad137825dfc85379e9ec5243beb7e867fd01cd5a3b321768582db6800000000000000000000002ad20cd73b615dba9f93ab778d31184aeac20c10b93fa5ac5b910f7cfce90fba43e4b160753187785526f74083b65a388bbd02b270be74196ac6b16943c9e5c9a536ee23241368199fe2d45dbff93ff8a3e7bbca2a188bf80dc5a0d7fb925ec8083252c4ad210a3803b66a16cadb7e287f76800dbf676eaaabd56f07feb8a15c5818253d6a1afddbfb72ee7f2d134cbb5e42dbae255f45587370d1b0780a1508f1614c809f6ab539a45b26cae8e0500a16365bc187fc88aac7cecf4c09e70c2919d8fac9c1a024b86a0d015323bb3e38ca8678193ebee339200b51e5b76ad6ca5f1e92c50afa177952a870aa1050b70cfd0116a19e478d5955b694f66f53a5694d388827ca561d8b964f97065a7193b835f131f77c3c0419b2b1401bf180787b26ea0cc194a1b038eb1aac48500758cc39e66fc18743d59d3dc546f1964402ba1f576921777163a9561ee6dd05f62b4936438fd40b48391079d9d751d2b1ee40564b9b63b85057c07a4b2bae96fbde0001521dfe076b63c074d177b1249cc7f0695a136f824da5302a5cf5dcf94b2b600a531bfee7ea279065d08fa1e36aced04bc501fcdc94e8b03d0a838c7cc25350598c3284ccf348506f854ab98af55ab03e08a2d08400b690208984e107ea95e0169412cdf74ba44051890c457a0a25602785d2c74c8228b063031ab12246da20321c6191921f16607984b1122fc41c907c812d459000b5b0400604ca819dd520601604ca819dd5206e87cce7fb6929b0550067d5414fcbe0770083de08637aa0048d0a03dbedbab06f86819354dcf5d0550db191ce9ab07071063afaff666710491c8bd81af76dc02200f8170f8d25303092b08284fc7c705583bef9298ab8102a8215d3774913305f96819354dcf5d05b919d3ecde710303e8fd71eea4600605ded5fa04be9cb400588129c23d02f20328a604bf3d595d0328be2b1588c79906e846e933e9c88c07d095778a2bfe0901a0c6ae8c545db303e091ba4ca3e7510140d472542323bb04f81fd4ec1d01ac04a06ad314c208e206e01e0f877b4e060300ea3446278cba0460813915d48c1900306805af6076dd03c00a9b3e0f9ec100e0bbbab501adfe07b0be9a26309ec501a0f6f0ccc00e6e01708a0273a0fe8e06701d032db1b84602a006f512dc4f5303e0afc9a05a578602d0de1b93ccf0fd05804d276a24f8eb0348e1384ab3189401281a97c77d82050768a24a54d700d902a8eac3e935856c04f899acabf5cf4a04087eaf068e43c70168d48af06f5d9f06207089e3f4027100a05c993e1f201003602c4879d4907c05b838cd663522090288a3f91e64d709006089117e8ba98007184fe353c9c38705c830efc7a7b2fc0498d09231e29ee40680d80811577e190188171e8bc42f4c02305cbdaf8bd18a07d081878e7613490130cd2c33f9cb4502d8a9d142522b1e0438b6ca9ad53db103d0fc498c67b3a307f052f6d472d3fb03505934aed455730528cb85df2e04c801c8cc2d6bfc78c9068040b15f2638eb04d88c170ee9bf0405b8a4cb067fca9802');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('29cbdf0afcc87cfd5ecf1ba67cafd3e3', '094f68880186b489ff2f672bf9c5b8a3', 'polyarnik', '2026-11-24T18:56:00.000000Z', '2026-11-25T02:34:13.241209Z', X'018d0007001a005800727550a9046b0000000000f13ee4d4f4732fdbbfa9162a728d55eb5da02d7ab9c8ed32a6eb47a2d9c1a52cf126bda01790fff3c7ab6cce8c506ef0557dcf80a302069cb11a775d9edb7c3071bd48cd40058ee5e93ff334839ffac79edfa4c740058ee52669ddbc8fded4eedf4f2d14937d6f5ffffa298240058ee5f8ad0f48a3d48a00c0513c2b40058ee55ce25ea57b41e9da1959289b588e563840058ee55dee36d19b61cd7c93f20eb7e1c92c8ee686ac55b0a980ade6f9c742f813f88e7224a62e8512cd42728d55ebf292b67e607e23db251824fd557dcf807072112641173b50b2d202a6557dcf806a8e02d0dd6ba668b1417a0d2513602cc5b3d18417554543ede7fa849a7ea02d5eec5b05d51f657c975aa77c62d8b6fe557dcf80301f0d85f01885fcf523b7c00be1c05b214fc12f40058ee55ce25ea519c56671557dcf80ce095362d4a4952284122934178aca8c1a196e7da630644983f8588d0a62632a1e156ad74315e2aa9974a665e2a085aa19bd0f515eec5b053d1d528f557dcf8061ee6f1dcae8a94bf194ca5f40058ee5bc1bbe6f99bfe4d8557dcf806ddd4ce390a2e60e07cf1d29da89a5f0025b9e9b525077675eec5b05da89a5f0ae834da3efc3876fc82e55f31088a59ebb670b108a8bdd98ad86e664e521d34b817e4d1919b18e9706b6d998d4cf316161c43f3db8347b8cf7cf340a557dcf8037948d61728d55eb50bb4764930baa271d2a6018e565aa4429e2121e49934f992d48deba5cf0c9d7976e38a754af89e0da89a5f01a196e7dd8fbc00ad4cf3161800200000004000000000000000300000000000000000000000000000400000000000080000200000000000000000000000000000000000000000000000000000000000000000000008000000300000000000000000000000000000000000000000002000000008000000000000000000000000200000003000000000000000000000000000000000000000100564427b15bea07b7866edecad9c1a52cf126bda01790fff3c7ab6cce80000000000000fd26f315d3d5789a40eab06e3b3ea78c7eba16e28390ad8837dc248d68256da7c2447a999eba67be06eb85fd94061f9256658231a9809a9318951480c6c76594a68b60ea2500a59e60b0cba622b6409d262fcc071b0e0e980abaa642c0c053b6cebbeb5ae93a8a95239f84d08eab6a814ee60a293c7ccc84bcee1393f1a02c89adf2d9770b82d7963d6c75752b97b79c69be87a33153e194ae2f57de8f9830abb27afdca71f1aa91cf595b86dddbaa8562955461e3c225b180c6c4367d2574f7265c31156c5d43991939bcc64a566283fd98fc62412bfe01a5f6bea620201200f5f007f5f8f2da076dacb50c431fba05bd9a92053b22db062dab4d510cfb50041dc40a0288e47001050de32ba29f810710d14b35d8f4d206d046b5a9492cdb028863b07f0eb64907f8f5e487fd013b04d89ca54f72fc550760673e0299129005c081de4a36c23207e8fbe35d4e51ed021950823a22308a01c886419817dadf04d80979f7f762e100180946702189990208239f4fa8b24206085e252840331a07a0a6e38bc96ce802081630b745aa990040fc040614d79f0380b086c8f4354a0440fa898f90674702a016a78ac4256e0540d663f08ae66603600e29bcf8c8650589498adf8c11680138259e6e30f0000298451706b9d4e90108202de5312d3a012078cc0cb3958403283963dc2bea420088bfbe0571c0bb034803f46ffd7543041057c629a26ede0630e37afd0289f000409f1d895a7cd30678e3562effc3df002809fda5064c82076834ae88f1ba77063882e32da46be20238d6a5c85a57fc00d07416e7670c2f07d0a342c6c0786d00007c93e28895250088e6e535bc964b00604499a6fdccc20150b77fa8c6d10401c0272b996b045b0188f6af909ce9090710f953cbc68f1a03f8cfff7cd7225a00c04ac9ab7ad6f204f07fad7217988707481405a117a31d00300ff6d5ff69030070ee67814b95a20258903f51d55670008800c34b4d7c0001286f78e49360ef0631af5383bcd50a00b8c9dc59377cab05b0809913f46d2e0538e27531cb048305d8a292cdfa606703e8a05ba06a1be1058884e334f2f92e0230055b57b84e4306e01fd47e79c28f04e83325e56b146305a9dfee91b5d73c0560a49a22661c930460dab5bc61a6150098bdc8f1a2998e07d8b62b0c562dc706302ba6e2aad912073081b5da8ba70e04e8762a405a10620578d02dca0127c60410fa83d7283a9204209ccce23bf52300a03b8724a29e470730ef519af962e00003ea728835848d02');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('39fea7f0d07d5a485607b41d84992c04', 'e25cb1aacdae35a04073586f0d0b640a', 'courrier-laurentides', '2026-11-24T02:56:00.000000Z', '2026-11-25T02:34:13.241209Z', X'0191000d001a0048006672c0fc046b000000000083a349b58d2714b41b22e584c94f27e2495a8793f07867ee9a6724b26b2cd5108a0519616d93e8769dee4337f10d8f287f497cb9b76699729276ad998b29907d9a6724b213f273241526dbfb388e410a83a349b5c5d917da24e0d3839a6724b26d4806a05f18dda6d74aa631ef3927605281d116d151d6bf18143b31cfc592de37fcefd983a349b5d3ad86af03176a8b391f3842edeedaf0bb0427c99a6724b28fff7af256ba21f72876b2d4e8f8b6245a197d9d8b29907d8efb83b59a6724b29c600cc798f4933e83a349b5e9a33c7a44e726acbf0d77056d93e8763a8f54cc5cf3546e83a349b51b22e5849dee433794f403c9aa1e268432540a6f644cf8708b29907da3d97bb41526dbfbd52148bc3e6eb3e557a0dd6b61b7b84d23068c0b13ab55938b29907d2d01103aa85bc1bb7faf53b78edc5a58be7eb3d838383b0e8edc5a586071a30242c159f3e3df026beeae9501aa1e26849a6724b27a379eaa43beb7e8ccb323b68b29907dd56fe773edeedaf057a0dd6baa5dd787aafed1161de1f54343beb7e88c0fd4edf1e0f2908b29907d20b7b4603e6eb3e51dad13781d7ff3e74cbfd1323a8f54cc1e18842732540a6fcb915cc538383b0e93ca0f0f9a6724b2ffd40fcf1a7bca523a8f54cc43beb7e811e818818c0fd4edc5d277f442c159f3ea4d80e39a6724b2673af4d2419d090249bf75ac70a5fe35ba2129c53e6eb3e5cf95533c9a6724b26c2a4ebed73c72bbaacd501d1b22e58462efe2b11f936e318f515144ac8632fafcf9d6c753257265b98e7f2a43beb7e89a6724b26b2cd510800000000000000000020001000000000000000000000000030000030002000000000104030000000080000000000000000000000002020000000000030000000000000000000000000000000000000000008003030000000000000300000000000000000000000000000000000000000000000000000000000080000000030000000000000000000000000000000000009a6724b25f18dda643beb7e85841d32383a349b55281d116d151d6bf391f3842edeedaf0f1e0f290d3dbb419fbdf92575f3edd1080000000000002030000000000399401ff8361cf911aee91986961df9e09e8d384e06b989fbb102e6427fbdc9962b001a34a4290ba122c41b9b98b869adbb6011c096b089132e74a21aaf48f8629380a7d8d7acc89879e64cac3fe938d1d5893252aa7a3d3f1d3532cf582dec8f8e994e45a6740baf676360a3f8821c63ddcab9a802e82ce41125e012208dfae752bb5de63b2f7ad8115ea9c914a0ea7eea838a7cb323387b2f3793903d8738edef2a739eb5c34caeb1b97dc962afa814b4d066951eb8fad1f2832b7720781825f2605d2ab7e58959f018654cda8199cdd6b4561b1835c00fde1352a68a1ee01050de32ba29f81078d600bcfa21dfb0005bfb5b7f759990270ac2a578aaabe0040211dc491271803b04be2a09ecb9a0511278087536c63066015fcf7dd8f450560e2a8616d9a0b01a8e1ba868085fb05688094b34b00f902a809e8d5e81a6806604fd22ba84a5d00c053ae894af03101915b21befb506401b8a4cb067fca98028bb7ba98f2b42b07a0f6f0ccc00e6e013042dc38be34ba07688489f38d4c5304488638b467977d05d06b625b4a32c4012861998d3a4bf904c8621c3dce7ee1072812ef31ea318402e0afc9a05a578602cbc37e4bf0892a004045f95dec628505984b7f13dea38600884e271b9d28bf076021216f5c322e020039ba2a8750700240e86bb497761300f0371737c48e4705d85f0688dd9e8605d95f0688dd9e8605e0018cc9c325c106f0a8abdcc8d273058850799d7a03f005e091ba4ca3e75101a006f512dc4f5303d0f39910655c9601287204ce59946701804190690ec31300d0dfeb36667e2a0678aeaa72943c910620a3004df3c1060380f8a183a2743204c092b89425077106101fa810419eb8050813969b407c9d061061004f0c36dc07c8db35c5f90cd602b86727f441a3490048c5483500e08f053063318fa2a29b071810e8f4f6cf7f02604e3f612557fa03c82b2deb0b02d5019889ec4cee49ce06e0c8d53f29ad030458c97df9b2ae400388c8808d35e64d03d83dccdee7cda905c0771d5d1b46ff00603f7f407447df0760a10a57eccd5d0203565f7f66c2c50603cf97645171b60133d3341a3dcf5100');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('3bdd8c0e1b000376287dede60abc8047', '99d5a338454c2bf92bfc369fc2db4d6f', 'elbe-kurier', '2026-11-24T04:41:00.000000Z', '2026-11-25T02:34:13.241209Z', X'018b0008001c00600064655c15056b00000000001c351e165b483274b2f410a844f3fa17977236a9684591eeae0c015e88aa53f3e938169b0dfe2b76e67ed7f04e8eec5f71de163506ba834b4e8eec5f1c351e16f1b20080b5abc26e343621c9368ad5c61820137375220cbb4d8469bf397d15675eb289c931ed126c684c68afd294618b92edfd7a0344c698dcb62a438ec075057682bb4e88aa53f31f48144d292435fb21dfdbf421dfdbf4c190da1cd7ff7839526ede68ca502c7701b9f9237cfb1cac41f524c73315c712628409315eb289c91c351e16f260a0642239a804e36500000d9d58e7f8302251372b93b3ab5509961c351e1660d19d2231ed126c352f11bee938169bdb5d933d5f9e3de52485bc684c5c797162ca5b4a82dbeaa3300242ac8ec075054022f949c190da1c62589f6e4e8eec5f1c351e16d768eacbb5abc26e3e821721d340b1f73967cba4a95f96ae0615099f343621c93e4f2947cb7ce20ca9829220df3bf46c2914618d466c23ad3967cba4352f11be6afb989be409d9c01c351e16200815c5624908f56d820f12d801c18f30d5102d53691f02c072eb60684591eefdeb59203f028fb4015f978e094e2262fc553c0e281ba467e74de5339bad5f90352f11be6932ef0bdb31cd4053691f02bcdd9b77b2f410a8d7ff7839fb675da2213cf9b7287c10b68ec0750519eae6ca23f3585f5e3242f67a266dc3a374f550d75e3e6550db9cf761e332211c351e162f4a74ac51ae1d26201a00cf88c6b42ac190da1cad0a35896a4b4607d7ff78390d9d58e71953ad588002000000030200000002000002000001000002020200000000000200000000020001020101000002000080000200000002000000000000000200000002000000000000000200000000010000028000000000020003000000000000000200020000000303020003020004000000028000020000020000000200000200000202000200010200000200000098ebf474f4dfe5c69b4dd0b64c5c797146b1fcef53691f02e4dd28fde55aebcf8000020000000002b32c5655d53e938bc3e62967313b7e9e42720d903a3b969ab739e8f408da5b94469837e4311683801df61c2940877198724c9b2b37252eae94ffec079fc620c77012e17533a833dd4e78bb5bd54de5874e658fca4a6a888239abd988fa477b88a4d67f6e5f74a394ce25cf3a8c1777b10e6539b38a762e99a24fc599a7ef2fb03353ff2b1929f2d6a898a0c0e59f47cbe6c4ec4cbc7663898a0f85b4c15abd94f78fe199341d45c425cf66500a656eadb46374034f11d5a5d4bd9ee6174cb7c81131256c3edce69abf017dd76d73fdb75c3a5ecf0b6c3f99a77347c3f90f2cabf5f007f5f8f2da07dd6b4561b1835c0095715c6b77589a067802e47a21e89c05b00bde3fbfcb2406796bd794acb30903702a47000a2e4b0778c5586a3d561e010052f0ba18282500f061418f8922d7026126f19e9b055e0361c070d8f5c65302200fa9ff5d7fc9066801516194a15e05604c4da932d0c306d8ae36e9c49bb102d9649cec7781ae0460684f1513c97807606abab163d0a902807825e0fc67040281b632afba0187048306b8255b004d024830c54f2ae76a04f892697c45a29d00393849c900662207684328a983ada907f1b0737c85a58d04d041f6144e802501694edf7974fb1e0418878831508bcc02d8b03861f72c1906b801eaf55a6a4501c97e65a17a4a8f05f8ee3730ff67e30200611e5c8f44fa0359679fc79169a8021a6c9bb389f4ec00b83a112d3628d206793650a69cb38b03719aee86a1308e06d8dd5f641bcef902187442539eaa2b0158ad8ec12c7d1e011102b42a1b02a403883ea2f5f3dc5505c1b4e9de4a592c04e8a4da52c09b0201e088d45bf3199200d0dca29696de9a06c0ab3acdf7a4aa037967ffd40e2f3201289e2c3f8e595f02415d6f31e6d59704a8481bcae0118903e03b72b405fd760760bc81dbc29b1502080f03d230c9180609b7bafffb6661043831a20b0a3f760603718bbcb4bb490148645406e53df80478177582d2ba5301a183279fd5adf90560148f02bf39fb0740e63552ce6f74002838e2a14cdb2200d961c5360316cb046002753d16750505f08cf77feda33800d86b4561b1835c00d9df143995f46203805e9357de377b07089535023e367800a1cf96352f303d07e8f9097ce6ddf606580938f001198203197aff02b36d3607684db78bf0e79000e199095ad5ff110476f9adf2d701a40518da0e0b9425b1062146adfefc147704a809e8d5e81a680659b6c7e0ca8e2106a84e841c8dcb4602811d6d394402d006d0d26839237edb008926766a28802203805117610d690b00010a08473dc585059849717f70bc64014003de110905e201b054b250c6b31606d9e54e0fb6f1320080fb9f162b923e01c1ce7cd16d844702');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('3c82994fb6267987e81b1d1b9df45c7e', '3f190d37753a3b88a350de8d970c4f77', 'dongbu-sinmun', '2026-11-24T13:56:00.000000Z', '2026-11-25T02:34:13.241209Z', X'01cc000900240060006b6f7097056b00000000006f9fca55803c1abf48990917f848bced473e9a03943d42b434206c5b1acb8c08b186ec60d5cf7da3f157e435a40b50bfb21c1818d8594753d13bf4abdac7d1a466957c0db2246da549771cb5f32b4e3df1a0a6f6ce613d5fb55be27fcee83d115d673d13e562dbe67bbbb6d0995c2cfa48990917e3adc6882f710b6ded6d62a500bef45c7b8073836f626a984a2119a6de2aaa47a6c083e32a16dc2806c66410b93c2ddec153030bf51ae88783e3f370f927c9630659b9c72bddec4c2950f796d680415238949596acdcf6d4a6c083e3f1cb5502b3fd4846a91bd91cedf61939af132e399873013aa1b7444c8074631f9cbc805cf8500b92fdfaae42a5d93633f53f48fa9762d29db965941580b9107065339a82ecb9d861135700fa83e3f370d9b293fb7c2e48b6e85a7526bae143b3ea8983d6f468a1c89b8ed26ddf503eaab7efdc8394b453146b5c434abe06f437e66a57fa599be1c4b376ce9a3da9c2ac09d0b3e9cb68a4b215eda10dda214a854a43fde5cd75431162c9b881230e8b817a5fea39be06f43761ebeb4208dd6f31ee8d17e15585591a85863a35854ce18fef83ccba4feaf9903219814b6216161a23789b9df157e4352be13cc03e36bda08453380edb63df411670e3ac3e5281c24816fb2523789b9d79557aa6e9e9054398aa2d85858cedccb7a0170da14ffc010fa99ad82276708a386c7852473e9a0347512adcc23924e41edb2c3ed13bf4ab2f710b6d1388ca113da1bba8a35a3fa8825900775848ac3bdbf84da4473e9a03e3a132c580dac3da7ddae1ca128d4ea8ee5dc75a7bbbb6d02ca898dbcf64e43af7d20a42abfcc8c118bd5d72f044e003cdc2f6307e615e5b81a2ea79f353dfa903ae2c21a6c083e37603be5f05475c550857b9238e81a9861114dc8aae5286370659b9c7352ddf436ee389a71acb8c08ff523d573518ee19fd53f0a1caaea5959745c48198aa2d857fda8f979de10a806ebd125331c341c7cf64e43a3389710a65c5838558a7f653a6c083e3ce438d7992d7f5722556ea5b47d0f7300a7d3aaa1b3795ee45671a5665d738d4521a8b90b01cd7ad65a5a828cf6e33c303549428dd3429085de9283026b30ed2c49276f94d26e97a7f5252ee854be5f4be06f4378000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000080000000000000000000000000000000000000000000000001000000000000000100010000000000000000000000000000000000800000000000000000000000000000000000000000000000000000010000000000000000000000000000000000000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006f9fca55473e9a03943d42b4b186ec60d5cf7da3a6c083e3bbc24bd3d13bf4ab1048e15d800000000000000000a0bf60b2bc9ac88cf3227c134bd2bdb1a6226c38dd46dca145d442d2a458f483ed9a4354eb97dc912f347e726c472dbb2c37b0343aa5a0c4742dd2d5df441ccecdd2b982be289987fe712502f424c3b4ad2a1f42383b969b5c5514a26af66a94837435323c0e96b5a2619f11c18df7bd358e26846e022fb4b571e7a349f3959f88a82708a3b3f78b3b6baa235a1a92833617125e673273c629225e6cc70f27c8d8f853a56bc3119ef7d4b870a0c603a33e9a504fb0498c8111984565fb5b8389a171461d5b47a392c6bfecdf84d24984d48253c4e7be4a8808e410b41e95d087649d4008c159198c7720e1ea44f6348f11c9154b5a1d749534e772a7b317bd87c6c9b3b20a790887d8485505ac62009b22678e44af9483d43219ae6c750c7d9f45ae68a28aaa800203565f7f66c2c506c033803e83f4f907a01daf3564a85c07d83285de54042805b0ee8eafe01b0e058808d24a6adc9b0668bb435febbea60738743374c369de02a080ef1cc16eba077069c3779fcdeb0288e4727c64e48e03c0a6c0fb676af804703186aa84272204c00d6d3730e6d205585868be1e869000e050b672cebd9a02a0d6fb8afc5af503482a073966b4e10270c1c834f35690035843ad12c986b401309a82af37989703a8f77315f243da01f00db3954edbbb03b0a24349a1dbe307c8ddda6fcf5d0400a88d0aac20b77700383c00fd5425a20320ebb07fa0ea2002d82c8886ebf86906c01e7a7dd92cb300a0d1aa89abe8ea0610888921e56c9803b05abac09b07460560bf2c12b9f1900038b364a550272b00b85eabc3abf2c10478b0459237edda01d833722ade50520438806bda7dbadb03b8dda4c24e5c1403509bd7b3995c800780aec9499061000798cdf0549551b303f8a967127e153b00b8dc95d397a9dc06903c9577481a980370adb6c9275560065085268932061f05208602788876e90340a03cd0434f4a02e88a22a1371af006b0cd6bee6d197205a0e4a89fa1e8f206a81f3e6db9a6600260b1ba348e03630788319554c57cd20748c45a4b37cc360220516d528bc153044072b4dfd37a0e041024b3c8679e970158b1befda35fbf02e00c5ca694cd0a06206905c72fbee80138b4bc4824004a05a05a4318117ecd04700040e9cd76430190fba2cda7eaf300f87aa2b9024e200060b127b85de2e5010849424d84f4a801281feab138332e03a03f3d057276a00490b53c7ae16b5a0058b0ec4ba3db9d03c84a241aa677940760b90192b4442f06f84b9e1011885d0650478266ffb1aa01f0c473739bef6e05e0d33d5eb9840306f8e1449c80e85406c83330a33020020060f543b758240203f0ae75062e2bf90398e6482560b0e502988ffd42dc679c017807b251b4f40901b8798457238b170430f5cdcf18b2e70488736fcec1c9ba02785919aa4ea92504708b213141b2ae02d00bf36cca24860060735875f4249106d0b07a63f9789005');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('3dedab462642ad1d70233b8c8d3367d1', '236fe1458ed8a8a3c2f7bcd1270bdfd9', 'diario-meseta', '2026-11-20T23:11:00.000000Z', '2026-11-25T02:34:15.124454Z', X'01ac000c001d005f00657384d3006b0000000000cd29e16bc38845c68f6c6f666a653b7900ba4096dccc96cc11820b625c97bffde3a451fdf521571816595ef943beb7e80421af5c8b29907dc5191761f440a248bf84f61e8735ec6742c159f3ac64bb1143beb7e8e67123649b1cd5b71dad137832d75c0b3fc1203fd80248c18b29907dd53c4862c3b6c9ee1526dbfbbd49999a3691660b03be802301fba40a9c5cfdd53ad6def7b8bce595c94b0e73cd367d8b9a6724b28f5f61fa1acc50de9a6724b25d8f470afbdf92574e7d27d56ea0571dd537477525d9c7b43ad6def721706d4d1526dbfb53e9c0469ea248d6df4df3cff047d7a25eb40db7dccc96cc840516cc13d39bb9842aecd71f28aa674fee082465d2e6a943beb7e8fbdf9257260f4cee9a6724b2c7fe145c54e20ea179bda465ece103f2f2e3d657b5839c09fbdf925788adbd5243beb7e811820b62540ccbe58debea43befefecb5c97bffd79bda465bb0fcfda1526dbfb0d956e1a42c159f34e64b06c2e4abc24fb2396c3b8bce5956704d533fb950f645c97bffd7f03e1301526dbfb5be13f513355696f7c2ed77601fba40a8b29907d9a6724b243c36f848b29907d9a6724b2712c3d518b29907d1d03e81e7f0811ecff2e5d7e7a7672c13691660be594456b4d3d558742c159f33691660b0670f70fe0034e316a653b79753647d4b8bce595342b8867b9dce877c260abcbcd824ba19aeabaeeb8bce59527ca899b6a92ade83ad6def7a253eccd1526dbfbaa93c3b78bf577204949088b8b29907d3122a48c01d1afd772af755a9ea248d6bf2420596ea0571d336d92d165f5e9065e2f5f279fa3dce642c159f39a6724b26a5a128c13d39bb904938f37fbdf925783a349b59bc35b5d4e64b06c64b8707c42c159f3c3b6c9ee13d39bb9ec66d55d5c97bffd5e07f9566ea0571de916f96461935dee43beb7e845f528178b29907d9a6724b2dfbf342cfb7fe72f8300000000000200000000000000020003000000000200000000000002020002000000000000000000000080000000000000000000000000010000020000000000000000000000000002020000000200030000000000000000000080000000000000000000000000000000000000000000000000000000000000000000000080000000000000000000000202000000000300000000000000000000000000020000000000000000000000000005c04be58b29907d11820b6213d39bb9e916f9645c97bffde3a451fdf52157182d94d2240421af5c8b29907dc519176180000200000000000000000249be73a84de3829245adab4a9b2a1d8317870cc2ee26aa81e4ba5f786dc669842ebaaee62a48149285f1b4e0a19eb19e9676cf611ec52189652351f9f7f4f79ac4bf00bb0622c3cf5c721793680282b1b80afd5475fb3fa1768cd898caf78bb10e7191fefedfd6bf3ac1dfc77b169b80f12e15815d8cb18b2858fde876b605b26f858cfebedcdc8d40043e09faee128708a5c60b391a8687c2313f74a605dfb759f033430a9427899001e5a1411d059c4301b9923a67c2a3027b29ad74adfcb1d5f71ba10481ded0ae8bc19ac2223ca0a41342d8f9f71c82b2d567b16b071f9898c548f13b32e98475a2ea01f98557079c7820e49a64c8037dcbf3a7775df7014dcf77774c11c2040dba8f563a9d7903954950950787f50345fb161ad1a5ae0318a01b4f9c9b8706c914501de0fe8c0570452f923ff21d0388e0c11efaee290090313b52f174dd027885d49254d2c504f93b9ad8c758f407604c27d6a7bf7301c8e168d66adb230610b78b2486554f0570532ec1211ec90350acbefe0ccdaa0748a3ef3d6ceb380740a63b08980fef01c80f2c2d8e8aca042161f42526bec8024047be72304a3e076027efe06b742701e0bbbab501adfe0798d09231e29ee40638b518330e53150371114477e6b22e0779db64a72b885b04700209abf2ac4801f9fbdee3dcc1af0350db191ce9ab0707f088943542a1c100f0297d6fc20f7000907e02771ce85200286f95a4bd67170460440b6581a67904b0ff00c7ca0dc306286e230387d3f6001809342944ead802b813188658695c04a091dbc41f4fb70550d90667ea8b5602f265661e1e9de904600392e6d542ad06f0467d82870eb2067918febbb0d5290038897bab61fbcf06d85a4314d20736071047eaab94791e01588129c23d02f203205390bf8b4bf504c1e637291d062c044857722631054004b18eb7e0b9cdc206b0adef44c109c600c8915d6fafdf7f03184225e1e053ea0668584eb17f1d7d0620bf5cfda8b8d201e05498a4fc680107705f2fb74f04940440fb161ad1a5ae03e8e573e0d3c23e05588ec16a1b8d9100d8045f83d809cb0018d6eb3db51ae80168de745133829f0560c6401135ccc30180a0bbdcb1417e037843345090ac4c0148a9874a7f3c7c04c0addbde0cd9fb04202ef15dbec1d406d8d317e3a966cd0480473d860ec652016041e684e62281028047b442721a6f044013b32d5cd35e010079aa0943f77603a09574e41df9610498c81145e0bcbe044159191c0b4a5301511515cb6dfc4b0730cdb9542fbb0000f80807ea006a5600f88a0c0efa864c01b023ca08937297075863f4e6fec43a01281d501b3ecf4702301ab455ee02ec0508f589b9427b9f04c88f06c5ce67dc073055ae4720e13707');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('41de9481c6b09afc4d5e2b6f3cf75902', '034188a4b434f508cda6a5c3fd575126', 'polyarnik', '2026-11-19T21:00:00.000000Z', '2026-11-25T02:34:15.124454Z', X'018000080015005b0072755063ff6a000000000006b6d9982bca8c1b1d2b94a540058ee54a33edb8e2a085aa75f6cdce5eec5b059aafebc9269b94ac5c7ca8338d437a951d2a60184a5e60d233efd41f5eec5b0542f841b73a053ceb93b406a1fce47197282bc4f5d6ee457c53a1af9bb917bfba48ef83ec62a7c99401a2ab2a4f9a704698fd0f94e1c92c8e7369b21cf0b6b69340058ee54df81b2660119ce03b344bad5b890cc9343bafe2bef685a54061dbcc5eec5b05d6eb0b941d2a6018fbf405036f172b6cbd95566c138f3aa9cfb4256b79d36ab95eec5b051d0b8fbfe434959c557dcf8013a509e0ef354ffd21bc1b83f9f3b17c970f568812f491f18761e512dfd1c04caf5895b909cad61608ada111ec2b952621ad44f327d3c5ba5f0e2aa7545cc52152ea06128df9e52a91d1ed27557dcf80e890f3db2253533920341841091cccfd5eec5b051a819a3f3cc4a5fedba602b4559c70c961919ae88df9e52a2503fffb2cf66cecd4cf316161c43f3d5eec5b0583f8588d938ce8ce3743ca4540058ee5ec37c0b641c12679b254a25f1dd5b8a940058ee56ddd4ce3f3e53b5aad548ce4fb42d8a240058ee50c9df2afde67c948ec9ec6a740058ee5df245c7138f91aa54ed699dd5eee19e08a3de6386cd5855c5eec5b05c599570cefae246f557dcf80ae3ce1d51d2a6018e9e443a3967ac44c0d39dcdae56688efd090623fda89a5f01a196e7dd8fbc00ad4cf3161830000000000000000000000000202000200000000000300000200000000000080000000000000000000000000000000000000000000030000000000000000000000008000000000000000020200000000000000000300000000000000020303000000008000000400000000000000000000000000000000000000000000010048ef83ec62a7c99493b406a1b1bf38fcc794e019d6ee457c53a1af9bb917bfba8002000000000300978d9ca986283b85ced45a265363dc8fc52587bbc33fd5908982b126195ae59c965f3742949ee1ab217b3e997cfc219ebe8a21a16e68a7ba91e602eb9eaa8bc64dd692e7d430abbabcd0c02f3f60549ae2b3d1986041ba888821472e72931f9527569cd259ed2391bcd833bcdeac46851fda9090e71709b74d9aa0c2f332e1a969199961d95ce6aa39dd58a5fd1555b2b8ecca0e563c2da3674023bd2567de8832a7e0b20c13e9882dab4d510cfb5004edd434bceb0dd30755dcfab1cafff305e850a277a90fc4024992b5f7ca9e0a0410a1c648bbed0301b8e84b58f1bbab0130ad90511c32080048b185dfd6c26907303342a0e2acec0130926db2bce73b00a850324abb94fd04d8b089180fda8101a0f64a2e0764d10280b785c2e024d200e8c0fc35163bb1003997363616a78a0010d14b35d8f4d20631af5383bcd50a00d823005cbcb18f0751cf2a23524b4f07101bdef3af4c8705b02ab51cdf7e980718c24c4890efba0118b1b199fd31c70498451706b9d4e90158a8700ae7587d0298f3836dd6f6b500b08774d4974885048883fed8bfdd3e07f0828d985c2627026807eeef3aa40e008015b3631316ff06304372112776a9073896979d91292507d8a8bd0a8adeb906882a2ae33f98a80630ef519af962e000b8dc510ada576305483cda2d863ed30348faa9ead38dc305a0b92e4560f8d5047870f99cc36cbd03c84626c09b78d10658903f51d5567000380d9bf800642306c83c9efad7d97f0138a21bda3beb3a0108e9a67e897b2207c0272b996b045b01f0850e7cf51de001a87106d88fe81c01e0847d6ca8416c02d8295e5385dd1106981fe2c704efa50790bcc37acb7efa0630a5313be9bd380198241552c1df7a01d0a6ad02f181fc00f93b9ad8c758f40740378c4c09a4fc0281b4f72c64eafd0718faf4e4948f950320629d94da0da603d8b62b0c562dc70698e2a15a825abd056091bbe727fc080498bdc8f1a2998e07b0e0e157a536730230055b57b84e4306c9d7b47ca1d48000f0251f2fa5a55601b0580bfdaa44130330d66eb51bc52e04e8585e84dcc3d007b0129c288a763f0320c52c7bfb043c04a84616ebcc95b40018b865124e8b1f04608c45f8a6da1a01885803fcdd1412019887c6d6b09e6400c8e9cc7b92686803803fa77cc01f010160c94f5d3f815e02f80586269d673e0638adff5af9b25505d8a292cdfa606703a03b8724a29e470788f6af909ce90907ab0de1602e5d1503');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('4365d577c3417d874aeb29725f71ea20', '20327624a701a487029961bf45ec32c1', 'elbe-kurier', '2026-11-25T00:11:00.000000Z', '2026-11-25T02:34:15.124454Z', X'01bb0006002400600064659427066b0000000000bc59878f6930e3088bbf5ea9aa18fc6623f3585fdaa31c6b23f3585f938df29effd343128ec07505d8d500a8224a1120251b56a38a6da0618ec075058a0826b81c351e1641807b758a051961fab6501cfc553c0e1ab3fb394e8eec5f5da94b7f0da1ff841eafe3ff054912851c351e16c132e7d50e1f77907cfb1cac2b91bf24ddacfe0c5794aaa853691f02da1f6752498df0caf4dfe5c615fdf5e862aac9934e8eec5fd196b506019de22804972915c190da1c1c351e1642abd8024e8eec5f45012cc4adb63deb335c37a4015f978e8a0519611fdab8f774a74ddac4fa8a07b9b325451c351e163a4fec07f4dfe5c60cdf50fbe7ee1142ac173b210527d6c43cfbe2c5c190da1caae4195ca200cde0a1bf33ac32bca79d7e63a95efee218277cfb1cacea778b8caa18fc66a42b4b0c99f1a827c190da1ce3650000daa31c6b4094685f9e9a341fd103368549ac0b92a0d6cc5f1c351e1641807b7571dbd73d03fbb329fc553c0eca8f7db85eb289c9d7ff78390bee02ea1c351e164908b7d3bd79308d0c4e25afec140b11f93f9253ede8654b4e8eec5f1c351e16c932031876f1620f34cf26fd678a9159049729150518fff7334911ede74de533c7f652e7d8fee903778d62401ecee90530d5102d41bf8d296c4fe1e81297aba5710ec09e1445e70823f3585f224a1120ab5509964e8eec5fd196b506684c68afa9bf640880e1e3548ec075055f3ef2184e8eec5fee466f214024c2bd53691f02fcd1dae5a602a72b1c351e1642f3dd7fcf345dfdd7ff7839f34ed97d303b9437cff171126a95ea2ed7ff7839625afb608466411ec190da1cd7ff78399da9b1188655ee32cff171124ba7d31618e2465a16ca43b960704caa9bad5f90f4dfe5c654ca495bcad86f31098943ffc11f79d6d7ff78392723e1f388aa53f31851c479287c10b6f5950c74460435973e541e9271dbd73dadb63debe3650000c2a46cc783b789038a05196100aeb038fc553c0e8567078d7b02c6f77cfb1cac2fc2966e9dff12c9352f11be5da94b7f3c2cb45d8000000200020000000002000000000000020002000400020000030002000000000200000200040100020000000000000200800300020000020000000300000200000000000200000000020000000002000000000000020080000400000200000200000002000000020200000002000000010200000200030000000000020002008002000200000002000200000200000000020200000200000000000000000202800000020000000200020000000002000200010400000200020004e8bd33ee47793b294a4286734b453e23f3585fdaa31c6b80000002000276f24cd8e9f72e8cac489a4d955f569376df5b33b13d4c9b3ab55172ea17e6861f5c0c84d2c1149e9f14a92a1089cdae27695b68d23bd484f57addefa48bbd8943b0307d01d24b8fad61a7f2613cf094a98e57acca7f40b17ab461480f7c3a8506403141de0a7ea7cdb1370936fca48a1682a1f97c2db6c00ca3069c05cc8ac9a167c9ef7559ecb7628011ef49e39b8feeddebed90be929995bba791d6bb8fc80a989589b5c290d0e1a3f571c418332a79518cb68ff923cbf9c12c0b313e2f93ef46ce601b915fa7399b75a9b6eb829026ec0f04c8a196a20f60229432b850be38370c2ae27b91a1112c4ffafc0184a07198a1dd8fdf28a82b74d6274e8b909018ab90b03d215ca1d4e6ff5cad5250946074b02255e69a86e52e4918239307939d9d751d2b1ee40564b9b63b85057c076438fd40b4839107dd6b4561b1835c00a4b2bae96fbde0006dc6d9a2ded6fb04dcc52830651c60013031ab12246da203e0a695969a50060580a914974b15cf00e08a2d08400b6902d10f99a31a775303903b4b6783c5e00789027a5f96c0b70408ee8fc77594f104c0431bc2d089f507c1431bc2d089f5076093e26c3991e803d10e95180f044505e8f9097ce6ddf606b0b08211fbf6d8067086c682f92c1202e0b8fab94d2c5a04210835ca4c77330519bc310be7386607ded5fa04be9cb4005052267adf7f5a00d1c0f6273d81eb0538a6f060f6d2b107f0cc284c69df8f03f809aac20b7d3a002172d473741eaa07f0513422a898200160813915d48c190068ea8a70d0c86206c1e76ffee21cda07c89ad0a9dc520e04f80f8ce9a3631a05c1bbeb86c2c73b0278a16d05afd6ed01b1107a69b5118e00b04572e53f21eb00d079801a01a0820468d8018db1b8f401d8f346bfb0ca5d068119c642b4cf0603a08486b2e28fff0518acedff322f4b00f90f8ce9a3631a0508830153b70ef106c00cd29fe4050b0028f28407e6953e01d8c70ce6c5e56902d94a627597779302d0b3b852855ddb0438b091dc60bb7802804063ffc2cd2d06c0d84a869bce1b0509b3cb6b3cccce0570694bf99e908f00b071368357c04f06e079c179d35c6b0240ec04fb541bf7015859645e86abaf00f896f1b63f755803e86d821c5229e104c07b664142a52104c060a4183de4d40626b3ab5809262b07d8b03861f72c1906e9aa019bd12a3503d8b5f86433b8ef0001b29195c4023100484509c9411cc004486ca00d61ce650748d0a03dbedbab0679f7cbbc762c2c07200f8170f8d2530350db191ce9ab0707796bd794acb30903f8a5d9bca766ce0291c8bd81af76dc02e093c1dc8692fa00b89021597eb1180648f3a0755b98560329de4c10a8fb2903eac4cb7955bcf70340b727ddbcf073025984966f1027f5000835fdfe7254bb0660855233a4178d04f9c84b45675d7702d8761ab8a8655600508f36223a9d2e0721797b9936892501089e7c729edff505');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('600c622da0fd7c97b14660fa62610416', 'b4796240bd67f65f23b887bde911a4e5', 'minato-shimbun', '2026-11-23T12:11:00.000000Z', '2026-11-25T02:34:15.124454Z', X'0177011700410060006a61542d046b00000000005547b4a14a583587452ca8338b508c76317ba21a6ef65d810dbed51a8c180fdb5eb24d7e8484f32081905846dc8d912cb1abac29fd464a46cccdb7c750e54c03e81565e19a0b9e547f8f568dcc4bafc196c18f6404f51b17423ebfe6c47e00cd881ae47aa40b9d169b92cef8221ab4a377c2bba2a5712867001b1561d0e332fbbe977da6c4fd90700628abec5547b4a14a5835875ce8c53481e31414ba3e92cae129ef5df35eda8dd0ac188f71a77cc8b10fb140147ab81d5fa61bf1a4d12adc88a9b1c0f34caeaead76e741ea028412c498506013bce82f23cfb9a1695d76881ead1fd40baf46aa1241bd0af5777c32251740780c206d2b146632b33e7a33d20dbed51a5e074aa8fae5aec8cccdb7c750e54c03e81565e12af49e6e62ee852d4216e11e90ba0ee2cc9a63b5fec3e06296c18f64764c8619a3cdd1026c46badc947e1a6996c18f646db0649d5e199eea81de3c717404690a5eb24d7ee5e031c581905846b1abac2977d1d6230baf46aaec55680e5eb24d7e8484f32081905846ad32dba968cd4956560b7639c2541cec65b2b798cccdb7c78c7cc6da24d44e169e47f6d8c69cfd0e97c71f92ce873ba702f123fcae8248cabd236cf94c620e7c2f11ff229a0b9e547f8f568dcc4bafc196c18f64764c8619a909a9f7d5a0f0def7897a3c66ecc09569a14910e7fc610720860fa16292196eed4790dc142edcbec47e00cd881ae47aa40b9d160da2c98fae2f3320cff856e071e4f7eddc71fdf7e6c81b326826c344be977da6c4fd90700628abec360df258b11cff95159be8ee917e6bcc23078fd97662d02dec350e0646d30425443cff771fc6e3348c5d99d841faa9436c0b17703e867a94c859e9639fd4e093e129ef5df35eda8dbb19122a9d15963522d827dde5ec473996c18f6462d34345fc4f584af0adb378a4bafd8fb0fca2b3691a96cef12bcb521493db3fac4bd672452df5d63ddc1b1ef892644fe22aea6c385578654ba6dd9968009a455b088e356ee09e3588201c692a3a79aafe558f83e256257b56268e596290281647ea30330f0aaa06248e21db1b31a7b57b6ccb71d11c3615805bca5f81a4ceb17fe4d8d036ed9b20879f835396c18f64cc9a63b5d2a2ee8c001b1561d86b37a443e9e5f0114675cfbfcc09d47f94e5f6411931fcac918ccb1188e066d95aea1f7bee4cacdfae30fd4f0144c61af9d4b5eb606bd7a0550e45d5ca50d5c5ca771bbfd7df0a9fc5fa3ec90da447872aa97fa909a9f7d5a0f0def7897a3c66ecc095cc9a63b5a927e45d3256818e1730c1395776f50acea38dada498008dd958211a23cfb9a1695d76884a7b3d358c748127f1a9c5ab135393e801e681e7b7f57c93ecd9ef1d6153e039d98719706c17598a042ab69cf997f8da775c065b7653f53a50a2faa5a442cb9c877765d84b9857e7cef35053bf68794882124271178ad69e7a08eaee42e7c68fa925b4b08be69f78e6c81b326826c3442f8ac23623cfb9a1d09b37c2ef52a0cbf5777c32251740780c206d2b146632b33e7a33d2d5d56cf57f92ba27cc9a63b5607be24a381bb6f31fb07403871ed0e042ed749a5466395713c054d60f54442d9b097db203deb94648e35192258a7cc356cb112a3e3482d0bfd5039d8fa6e0a2a9c7996b34f63a0d37a161ede88d8e8bab66c11ca557aba7ef39ccaf41751d8360aec61b7f4b28cb88a270ed8ecfed7351e5c68e138b6b12e8a736e650713955204c9fd6a301cb4bfc89a1c7c028cb30be977da659bed41726a1f219e68adeac0dd8ee7ae8a736e69c7f0162bdc76d65ab66c11ca557aba72cf89c52fa52a2d034a070e2b69660d23f438975bc99b791d5c213616d762b5bf9d272f053c98c23e1a7fd933a994cedb5053c329735147c36552f5160aec61be5651941402d7b7496c18f6467ce6b27c8504a43a8d296dcf151322e9b0b895c2633f31be8a736e69c7f01624fe3919d68dbc61f7f8f568db3741ecfad68068a8dc2bbd842c36dd6debba9614216e11e4861336470c5c0eedcb13ef3c125772492edf3280628abece3efdd8e4f543e4ffdee0260d5f1dd97822d0551b604f8994216e11ebe977da659bed417800000000000010000010000000000000000000000000000000000000000000000000080000004000000000000010001000000000000000000000000000000000100000000000000000000000000000000000000000000010000000000000100000000000000000000000000000000000000000000000000000080000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000080000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000010000000080000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e129ef5df35eda8dd0ac188f8bd708f81ead1fd40baf46aa1241bd0af5777c32251740780c206d2b146632b33e7a33d20dbed51a5e074aa8b6afe7dacc9a63b5cccdb7c78c7cc6da19d707192f11ff229a0b9e547f8f568d8317aed5800000000000000000000000010000000000020000000032eaa3f2c6ef0a8e2830b229600e3ebcb891aee48f5fecae039ca83b8a6e57a31f2dea5f3badb3c3896cb71c917976ac6242c4b3a115cda30ccf5b187ae7749278e26d299e5f0c80f214c298b268b5b022b1510fb711bb9aafe18e5f49fb09b8ba2bc2725f230b8c2b0408481402ab914d7abf257b07c4d28ddbb1e758397bc7f8dacbcf8a3a08b5825a462603392d86942caae94894f289a4bbbfa65ab883bb4310bca9c32402f3c517e931e3f45f23657b43c55e3befe181cb5b4157d2cf862b8a6422deafefbf65c73c119712d4c543f2b804be0088a3ca6a0bab14abc784078f1eaf64872a88d70cfcb34b86c1943da7af1a61d4e09dc52bfda3a636c79ed4f5c8ea6556039ebe0e555f94aab095c6e20e5076285e86247ea3b3cb59cf8be0e058f7cfa4deb99cbd1070d064ba952e5af3b358004386a5b0697fd410b19dfdb3ed50ba49c9a39a38d8009fab95b00e0d413232d990b3d7f80813357534b0f389ec27558fc48bf411a909d9b816840e3aa2dcab51d39a927ae30941a0c3d06d9bedf74f88db89f21f97896a59b3c12766a7d5840895a5ea97f15e2be9178828bc80e5faebcfa58c00cdfa9c72ee9b2879389630e7148a24a9df5af10442a9ca7e348adaebfd8af3cefd86fa4e08a2043232687bd8779b692c7d4d76d09acffb89196a45b3078991b63a8a8ff0318c8ce2d20d91be389286c260f335ffdc93f3a70ae4e473f38c64b9b63b85057c07954950950787f5032c8d2008edfc5c07fd98fc62412bfe01d568589614485804cd15337a7afdc407a5cf5dcf94b2b6008c7327d9d61860025d08fa1e36aced048ca5b3e76447ca073a80c3e2e2873d05b3e0e599b93edb036b631401503d8f0238030e5ba4eccf019800037b3b7d9b0090795c9b55eec004583fbfcd6901f407b82637c213e8ae00f8f3dc9deb9f5101e05e749c21824b0680431dcf3c449a00404d2644b95ba3069053b4ddad0c4b004085aeef28b89107d8aec8e2814eae0090f528c0f8060f0578a8e58c9de9bf03a0e9c197232deb0310f876482a275606c07dcde4cedfe00750b6bfb01cd0d206381471abe23c170528b48ad8206d5d0388d1be8c928eca0540c558ec0b5b6206a07498be01d76f0598f891fee2c0140400983c12c8b71e04c007263f56c16a0098c0788e4e1b4a0528a1bc7cb71d2b03f8a45061480bb803187bdc03f94d5a0498894cd48d89ba001847e3978d199e01806ec0a8cddbfe07587791ea9a75bc0518c85b5dc3ce9d06a047e30cf3e25204208197c3752b6a03400725534cc3f10520bf03e998e40c02e889fc65165aba0400e68190b0d4630228f624f1b9dada01182207520e02140608c63720ac07cc02f8ea4074ec275500707322bccdc16404e8606e4fcb270f078858a5a67f0f9100d0fa96b6b7a8e007f0819bdd4fd84306c073eb4939caf907a81ba4e77b2a750138de4bc2f239c901d0325f7eb52fee05c05157ed80c08903f0a19c1b3b76b404e07afcf3e313f400e845d6f160fdbf0610204a111ca8c30048f72999465f0002007d320425dcae0600a2025408e23800d84c7be322aad8077048426f90887704e04bf1fa2916400458bde5a987014001601e76085c9f0a0368f54f1ba986e701c0a9adc672f10000681eb2216fee4c0590f89fff252bfb07b824ccb0ace828047094d3444b7b220600a3c35e862c6404d0085d3ade240b02188103543ddbaf0170135d3ed252c2021072f67973e2600350e321d8e1817400e0ea0b857d40d60040dde1449d565c059043d26332ca2a0338b8a2734e23cb01');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('89aecf429014618fe029eae6b64db318', 'ba1f6686b4742a8204bfe8357f2a1d74', 'northwire', '2026-11-22T03:01:00.000000Z', '2026-11-25T02:34:16.852648Z', X'010800060000000c00656eec5a026b0000000000e66d453c44f838fe22b068a743beb7e8a7dbf0b4faa16d0768653d5b2edce3f28000000000000300131c0dbf81a7a6d7404933f24544e36b4c8e7f1daaa7720e800000000000d5685896144858044de1290d45e5ee01b510358b1cb34303608514fc2ed4a400a00d616acd31a0000041ff33dfd3840750ef178d25a19501f03f9374a66c3a00103584d67e17e801c8bd5eeff5411c03e05167d5eba6420203ea728835848d02');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('b39f01c8ec842b03fa6d806cec797d92', '6304eb78cb908cf9abb44cf4ad891c7c', 'harbour-courier', '2026-11-22T17:56:00.000000Z', '2026-11-25T02:34:16.852648Z', X'010e000c0003000b00656eb02c036b0000000000f80975efffd2a0455033d9e011b295e452b0c21cda1433fbc829b609e66d453c0ca2063cc829b609f5d8c546acb00dd43c102f040610b68e8000000000000000000003000000ffd2a045a0f5d1836232e6bae66d453c69143e6b03d506124ebee61d95c0459dc4d287d7e66d453ce5d45d3f2021c2f58000000000000000000000008d4086ccaf79e98cc04f57a91e77ad8e6eac3f6472274bbe9d47dfc56531c206c870d2cc8926b504f03461b422820d06f0d13dc2d1899e01182ae566e129f60760782c1630ae920080f6cdb9d564f207e8145591edc53103b8561fda2cf38101a05f7c72d8d6d803e05167d5eba64202');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('bbcebc70e8a82a51fb3245c9b5533e29', 'bfce1d8b3a9a457718989450f36ac1df', 'elbe-kurier', '2026-11-20T19:56:00.000000Z', '2026-11-25T02:34:16.852648Z', X'010800050000000b006465d0a5006b00000000008ec07505c0c97259adb63deb6d2d6b53d7ff783924d4b6db332bbfaaad60702b8002000000020000c0c97259e17bed5723f3585fd7ff7839e868e62d80000000023dbb6ae5d0ee2601dd12d5680133ca01789e3c18db42fa04903fd92e366b1a04607b8e8bc79271020103ae3b20080b0121311cb8601b0107e04f2f3ce89e10003185c3c2730974007878c4aa480c480798b388b8266fec00');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('d7a8f3eb4134116834af783c0c38aaba', '8a74cdd938a5ccbbc487bea09596b0c7', 'fieldnotes', '2026-11-22T19:56:00.000000Z', '2026-11-25T02:34:18.088584Z', X'01b40008001e003a00656ed048036b00000000007dd08195c4d287d76f3fc4fce583ee7df80975ef6d9bf5070e7e355e1a3fd39ae66d453c6754778ce711525bf79498db4e8eec5fe66d453cea18093c16786b664ebee61d0d8eca2b9623e249fb26174316dcaea542d2cb3f43beb7e829c4d976a13ad6deea396f0c3f12d19364deba737b6edd3748f054a8d48990ae48f054a846938f1d16786b6695c0459d75fd05082215af3263cfa9138b55bb55f99484ef35248eb24ebee61d0d8eca2b96e92f5a1c0ee82316786b6640ea7ed21164fab0f08f022acbccb23ccf54f73e184040016d9bf5075b185b2fb34063acfb31da098c9d53a8ba3ee2b94e8eec5f70a11ab943beb7e82fe4d260faa16d0728c6f4ec4e8eec5fe66d453c57ee7192377382bb95c0459dd78e2922fd94f0b0435dbc2be66d453cdac1d7a792e310e2ae5d3bd835248eb2a48370a48f35fd39277ff092b34063ac787816c36d9bf50797e2ea3cd60aca434e8eec5fe66d453c69111fb670a11ab9e66d453ccf1a809efaa16d071f1271ea16786b661f1271ea1595857a9b0fcd9948f054a813ea45751f28aa672387342df664315543beb7e83790050b42d93748ae5d3bd8e66d453cca8e781eea396f0cbfa761a7e2995015e66d453cca1fd91e64203224ebe8c0590ee290982409789e6d9bf5079f6bdddd48f054a83330dcb24e8eec5f32e40baf92a8f14c0ee29098e37a1ee061f318036d9bf50721415afb43beb7e85fbfcb18faa16d07a4cdcf4268640c56f15bea86a34a6ba0f99e6c40c829b60995c0459d75fd05080c1e7d7334778ea2c4d287d702d43a2b43beb7e8720d03abc653658ce322f4b523ca391e92e310e243beb7e8377382bb6d9bf507d1baeedc70ee944343beb7e8a968e3cd282fb02942d2cb3fb4f7f364d6c812eb2519078016786b66442ede276f3fc4fcb9134f52cafe32b1bbfbb262ea396f0c3d4341dbfd043c773cfd576a43beb7e8ddf9e48b4e8eec5fbc2b224d839633b0862f91e7c4d287d7b9134f5280000000000000000000000000000080000000030000000000000000000000000000000000000000000000000000000000030000000000000000000000000000800003000000000000000000000000000000000000000003000000000400040080000000000000000000000000000000000300000000000000000000000000000300000000000300000000000000000080000000030000000000030000000000000000000000000000000000000000040000000046043597d9c4e2ac97e2ea3c43beb7e8cfcd2c2b8c9d53a80145572545a48cfb800000000000000043ec3d1500d81fa3125c22ba1dabc8c6eec8f5dad62c54e1f1a2e266fdb71083116935b5008e28b936e74729264d989afe1d95cafd45ad9ccb5b83769257a3b2ca7071593d7578b984a31771ac05c8c5a61cae3367a6fc85f6cea207a2e37c85501b90d7b3494692838304c4ffb3e6c4749a69ebc42b4e8118893b28cd4af18bf3e0d4ac5a5c1887b53c41aced02fe96c29e49996e5f5cab35072b0e2d0275cc739591e77e35e8cca4988056207e6f8eec1a3d75a2fbec8a8fccafc48378bbad868ce9dba9126a87c45351336ef3e590cd0528c9ce1d5c93c20bb01e854615a013e4ac6e6eb223851ba9c8055fc3d38b05cf7fb57f144a03a5b44f8c90e69f019d47dfc56531c206709e82a91f8a0a00f866db3572d21806108e01bd64b0f90250a29b39ac634203f0081c93920f870250e297893dcb2707f050f6fc6b385b05b0742bf2e09ac607608b4276e1155b04407ba70ffe3b960418c09d5c2b231905004b73904cf20d0728d23cbb63909401802fbaa26ff2f204105889d146259c03d0109ee5f710e607a02390c74d65440228d88aa86ffe9f0400e925b7c700630170fb01393e681b04c85c4fd1cd7656071074bc58e64ca30668872962b327d00680a0a9aca40c4d00f01123221b423207b8a85d47b58260000051b06a2bc307001856a605586a1201305273347ebf0b005079cf10a6dd3b03787dd10380013c04e8acd055cce99c07186778c069e7df03e87a378bf8945900f0161029eb989107f8bebe738539f300e0f153a837a5f3017000b443b28388031022b515a274b103b0f3ef2064af9a044830c54f2ae76a04f8948941e3c81b02504ae0bab3a39303c83ea5c9a45c0d03188ef2ec8a06ea00e04a3c8ecd726304287f1fb420b64505f83c551fe659dd0780e81014fa2f3b0238fad986d753cf05a82df77e4da75502085433914e0a91003002a9b7fd450f004099bd15fbd4fd03b3e0e599b93edb03');
INSERT INTO "story_members" (article_key, story_id, outlet, published, joined_at, signature) VALUES ('e8032b022a6a24540a2f4c87c2a3021e', '356d8f423f715bb767999262b7d6a479', 'observateur-soir', '2026-11-21T22:56:00.000000Z', '2026-11-25T02:34:18.088584Z', X'0110000b0004000b0066728021026b0000000000b365483c522e7d9e38383b0e7e067dd98b29907d59fb81e17401dfb7047e7222585cf85a388e410a3ec28ad7ef875ed49815bfe742c159f310144dee0e937e5a8000000000000000000003000000000383a349b550266d578a0519615ca41d331e9a5484b4da23a6522519efaacd501dbcd236a48b29907d8c0fd4ed80000000000000000000005e7c8930381681d256c7bf5f907c24da23dddfa2d73b359c77aae06acfe02390c8df66788b442c068878dd4cb11d560320a9cdfb44a9a807285c9ecb0c933702b8959a04837380040803b7d7c1ffb3005846e961f2f52100d06b625b4a32c401d097ca4dedb5d5064836e9b87685030550b9bebfbd2ce003');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (1, '크렘 렘린 조약 따라 북한 한에 군사 지원 가능 파병 시인 하루 만', '러시 시아 대통 통령 령실 실이 2024년 체결 결한 북러 조약 약을 근거 거로 북한 한에 대한 군사 지원 가능 능성 성을 공식 확인 인했 했다', '러시 시아 대통 통령 령실 실이 2024년 체결 결한 북러 조약 약을 근거 거로 북한 한에 대한 군사 지원 가능 능성 성을 공식 확인 인했 했다 러시 시아 아가 지난 난해 체결 결한 조약 약에 따라 필요 요할 경우 북한 한에 군사 지원 원을 할 수 있다 다고 크렘 렘린 린궁 궁이 28일 밝혔 혔다 북한 한이 러시 시아 쿠르 르스 스크 지역 역에 병력 력을 보낸 사실 실을 처음 음으 으로 공식 인정 정한 지 하루 만이 이다 크렘 렘린 린궁 대변 변인 인은 이날 정례 브리 리핑 핑에 에서 2024년 6월 평양 양에 에서 서명 명된 포괄 괄적 전략 동반 반자 관계 조약 약이 이미 효력 력을 갖고 있으 으며 그 내용 용은 양쪽 모두 두에 적용 용된 된다 다는 취지 지로 답했 했다 조약 4조는 한쪽 쪽이 무력 침공 공을 받아 전쟁 상태 태에 놓이 이면 다른 쪽이 지체 없이 모든 수단 단으 으로 군사 사적 원조 조를 제공 공하 하도 도록 규정 정하 하고 있다 다만 북한 한이 실제 제로 지원 원을 요청 청했 했는 는지 어떤 형태 태가 될지 지는 언급 급하 하지 않았 았다 앞서 북한 노동 동당 중앙 앙군 군사 사위 위원 원회 회는 쿠르 르스 스크 해방 작전 전에 참가 가한 군인 인들 들을 영웅 웅이 이라 라고 부르 르며 평양 양에 전투 투위 위훈 훈비 비를 세우 우겠 겠다 다고 발표 표했 했다 우리 정보 당국 국은 지금 금까 까지 약 1만 5천 명이 파병 병됐 됐고 사상 상자 자는 4천 명이 넘는 것으 으로 추산 산한 한다 국방 방부 부는 불법 파병 병을 뒤늦 늦게 자인 인한 것 이라 라며 즉각 각적 적인 철수 수를 촉구 구했 했다 외교 교부 당국 국자 자는 러시 시아 아가 파병 병의 대가 가로 정찰 찰위 위성 성이 이나 잠수 수함 관련 기술 술을 넘길 가능 능성 성을 가장 우려 려한 한다 다고 말했 했다 전문 문가 가들 들은 이번 발언 언이 다음 달 9일 전승 승절 행사 사를 앞두 두고 나온 점에 주목 목한 한다 북한 고위 대표 표단 단이 모스 스크 크바 바를 찾을 경우 군사 협력 력의 폭이 한층 넓어 어질 수 있다 다는 관측 측이 나온 온다');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (2, 'coree du nord une aide militaire russe jugee possible par le kremlin', 'la presidence russe rappelle que le traite signe en juin 2024 prevoit un secours mutuel', 'la russie est prete a apporter une aide militaire a la coree du nord en cas de necessite a fait savoir lundi la presidence russe au lendemain de la reconnaissance officielle par pyongyang de engagement de ses soldats dans la region de koursk interroge lors de son point de presse quotidien le porte parole du kremlin a rappele que le traite de partenariat strategique global conclu en juin 2024 entre les deux pays obligeait chaque signataire a secourir autre il etait attaque le document est en vigueur et ses clauses appliquent dans les deux sens a t il souligne en substance la veille agence officielle nord coreenne avait publie une declaration de la commission militaire centrale saluant des combattants heroiques et annoncant erection prochaine un monument a pyongyang etait la premiere fois que le regime admettait publiquement ce deploiement que seoul evalue a une quinzaine de milliers hommes depuis automne a seoul le ministere de la defense a condamne un aveu tardif et demande le retrait immediat des troupes le gouvernement sud coreen redoute en echange moscou ne livre a son voisin des technologies pour ses satellites et ses sous marins');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (4, 'россия и китай сверили график строительства газопровода', 'стороны договорились о сроках поставки труб и о порядке расчётов в юанях цена газа осталась предметом переговоров', 'стороны договорились о сроках поставки труб и о порядке расчётов в юанях цена газа осталась предметом переговоров российская и китайская рабочие группы договорились о сроках поставки труб для нового газопровода и о том что расчёты за оборудование пойдут в юанях двухдневная встреча прошла в харбине и закончилась подписанием протокола на одиннадцати страницах главный вопрос цена газа в протокол не вошёл по словам участника переговоров китайская сторона хочет привязать её к внутренним тарифам российская настаивает на прежней формуле вернуться к этой теме собираются в июне сварочные работы на первых шестидесяти километрах могут начаться уже осенью подряд рассчитывают получить несколько компаний в их числе завод из самарской области который выпускает запорную арматуру на нём работают две тысячи человек торговый оборот двух стран в первом квартале снизился на шесть процентов подешевела нефть сократились поставки автомобилей китай остаётся крупнейшим покупателем российского газа пекин впрочем не торопится в прошлом году он подписал долгосрочные контракты ещё с тремя поставщиками');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (6, 'kim''s last throw the coach who built a judo club in a fish market', 'for thirty one years margaret kim has taught the children of the north docks to fall on saturday she hangs up her belt', 'for thirty one years margaret kim has taught the children of the north docks to fall on saturday she hangs up her belt the mats still smell faintly of mackerel when margaret kim rented the upper floor of the fish market in the north of the port she had eleven pupils and a promise from the landlord that the lift would be mended the lift never was the pupils became nine hundred on saturday after thirty one years she will take her last class two former members have fought at the commonwealth games one is now the referee who will hand out the belts most did neither i teach them to fall kim says the rest follows or it doesn''t born in leeds to a bus driver and a nurse she came to judo by way of a library book she has been offered bigger halls and turned them down because they had no windows on the water the club will be run by three of her students they have raised 14,000 for new mats and a neighbour has offered to look at the lift kim has been told that she may come back whenever she likes as long as she brings the tea urn');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (9, 'handball villefranche renverse chambery et prend la tete', 'menees de cinq buts a la pause les joueuses de villefranche ont remporte dimanche un match que personne ne leur voyait gagner', 'menees de cinq buts a la pause les joueuses de villefranche ont remporte dimanche un match que personne ne leur voyait gagner il restait onze secondes quand ines laborde a recupere le ballon devant sa zone elle a couru droit devant elle feinte une fois et trouve la lucarne villefranche emporte 29 a 28 et installe en tete de la division 2 feminine a deux journees de la fin rien ne annoncait a la mi temps les visiteuses menaient de cinq longueurs grace a une gardienne qui avait arrete la moitie des tirs on est dit que ca ne pouvait pas etre pire a raconte la capitaine la voix cassee entraineur a alors change de defense et fait monter deux joueuses sur la base arriere adverse les 1 900 spectateurs de la salle de escale ont fait le reste but apres but ecart a fondu a egalisation a trois minutes de la fin villefranche recevra bourg samedi prochain et pourra monter en cas de victoire le club qui a failli disparaitre il y a quatre ans vit avec un budget de 420 000 euros et douze benevoles a plein temps ou presque la mairie a promis agrandir les tribunes si la montee se confirme');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (10, 'le courrier traverse de nouveau le lac en bateau a vapeur', 'pendant un mois un sac postal fera chaque matin le trajet evian a lausanne avec un timbre special', 'pendant un mois un sac postal fera chaque matin le trajet evian a lausanne avec un timbre special a huit heures douze vendredi un sac de toile grise est passe un quai a autre sous les applaudissements cela faisait soixante et un ans que le courrier avait plus traverse le lac a bord un vapeur idee est venue un facteur evian loic favre qui avait trouve dans le grenier du bureau de poste un registre des sacs transportes entre 1890 et 1964 il a convaincu les deux administrations puis la compagnie de navigation de recommencer pendant un mois chaque lettre deposee dans la boite installee sur le ponton recoit un timbre oblitere a bord par un agent assis a une table vissee au plancher elle met un jour de plus que par la route personne ne en plaint trois mille enveloppes ont ete postees le premier jour dont beaucoup par leurs propres destinataires le vapeur construit en 1914 consomme autant avant la compagnie compense en reduisant sa vitesse de deux noeuds le courrier lent doit voyager lentement a fait remarquer le capitaine');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (11, 'en cas de necessite moscou se dit pret a aider militairement pyongyang', 'le porte parole du kremlin invoque le traite de 2024 seoul demande le retrait immediat des soldats nord coreens de la region de koursk', 'le porte parole du kremlin invoque le traite de 2024 seoul demande le retrait immediat des soldats nord coreens de la region de koursk la russie est prete a apporter une aide militaire a la coree du nord en cas de necessite a fait savoir lundi la presidence russe au lendemain de la reconnaissance officielle par pyongyang de engagement de ses soldats dans la region de koursk interroge lors de son point de presse quotidien le porte parole du kremlin a rappele que le traite de partenariat strategique global conclu en juin 2024 entre les deux pays obligeait chaque signataire a secourir autre il etait attaque le document est en vigueur et ses clauses appliquent dans les deux sens a t il souligne en substance sans preciser la nature de appui envisage la veille agence officielle nord coreenne avait publie une declaration de la commission militaire centrale saluant des combattants heroiques et annoncant erection prochaine un monument a pyongyang etait la premiere fois que le regime admettait publiquement ce deploiement que seoul evalue a une quinzaine de milliers hommes depuis automne a seoul le ministere de la defense a condamne un aveu tardif et demande le retrait immediat des troupes le gouvernement sud coreen redoute en echange moscou ne livre a son voisin des technologies pour ses satellites et ses sous marins plusieurs diplomates europeens estiment que la declaration russe releve abord du signal politique a quelques jours des ceremonies du 9 mai auxquelles une delegation nord coreenne pourrait assister');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (12, 'мурманские рыбаки выбрали половину годовой квоты трески', 'рыбы стало меньше зато она крупнее цена в порту выросла на пятую часть', 'флот северного бассейна к концу апреля выбрал половину годовой квоты трески это на две недели позже чем в прошлом году сообщили в объединении рыбопромышленников зима была штормовая в январе суда простояли в порту одиннадцать дней рыбы в баренцевом море стало меньше зато она крупнее средний вес приблизился к трём килограммам квоту на этот год сократили на четверть до самого низкого уровня с начала девяностых и капитаны берегут её на осень когда треска жирнее цена в порту выросла на пятую часть филе которое раньше уходило за границу теперь чаще покупают дома хотя и жалуются на дороговизну перерабатывающая фабрика в мурманске перешла на одну смену мы не голодаем но и не строим говорит капитан траулера печенга анатолий редькин новый траулер заложенный три года назад обещают спустить на воду к зиме учёные из полярного института считают что запас начнёт восстанавливаться не раньше 2027 года');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (17, 'la glace a quitte le lac tremblant neuf jours plus tot que habitude', 'le calage a ete observe le 18 avril les riverains notent la date depuis 1952', 'le vieux cahier est range dans la cuisine des thibault depuis 1952 chaque printemps quelqu''un de la famille y ecrit le jour ou la derniere glace disparait du lac tremblant cette annee etait le 18 avril neuf jours avant la moyenne mon grand pere gageait de argent la dessus avec le cure raconte lucie thibault qui tient le cahier depuis vingt ans les chercheurs de universite y interessent pour une autre raison peu de series observations sont aussi longues et aussi regulieres en soixante treize ans la date a avance de douze jours une fonte hative laisse a eau plus de temps pour se rechauffer ce qui favorise les algues et gene la truite grise qui a besoin eau froide en profondeur la municipalite va installer trois bouees pour mesurer la temperature quant au cahier il sera numerise cet ete puis rendu a la cuisine');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (18, 'remis im regen dresden verpasst den vorzeitigen aufstieg', 'zwei alutreffer ein verschossener elfmeter und ein platz wie ein see die entscheidung fallt nun am nachsten wochenende', 'der ball blieb einfach liegen drei meter vor dem leeren tor in einer pfutze in der 71 minute bis sturmer robin kaluza ihn erreicht hatte war ein verteidiger da so endete das spitzenspiel vor 29.000 zuschauern 0 0 und die aufstiegsfeier muss warten eine halbe stunde lang hatte der schiedsrichter uberlegt ob er uberhaupt anpfeifen soll der rasen war nach dem wolkenbruch kaum bespielbar dresden traf trotzdem zweimal das aluminium und vergab in der 58 minute einen elfmeter wir argern uns bis heute abend um zehn dann schauen wir nach vorn sagte der trainer seine mannschaft braucht aus den letzten drei spielen noch vier punkte am samstag geht es nach aachen auf den rangen blieb die stimmung gut als das flutlicht fur einige minuten ausfiel leuchteten tausende telefone der verein verkaufte 11.000 bratwurste und samtliche regenumhange die er besass');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (19, '강릉 커피 거리 일회 회용 컵 없이 한 달', '카페 마흔 흔두 곳이 함께 쓰는 컵을 들여 여왔 왔다 돌아 아온 컵은 백 개 가운 운데 아흔 흔셋', '강릉 안목 해변 변의 커피 거리 리에 에서 일회 회용 컵이 사라 라진 지 한 달이 됐다 카페 마흔 흔두 곳이 같은 모양 양의 컵을 쓰고 손님 님은 해변 어느 가게 게에 에나 돌려 려주 주면 된다 컵 하나 나에 보증 증금 금은 천 원이 이다 시가 집계 계해 보니 나간 컵 백 개 가운 운데 아흔 흔세 개가 돌아 아왔 왔다 처음 예상 상은 여든 개였 였다 하루 평균 8천 개씩 나오 오던 쓰레 레기 기도 3분의 1로 줄었 었다 대신 설거 거지 지하 하는 사람 여섯 명이 새로 일자 자리 리를 얻었 었다 모두 두가 반긴 것은 아니 니다 점심 심시 시간 간에 에는 컵이 모자 자라 라고 바람 람이 센 날에 에는 반납 납함 뚜껑 껑이 날아 아간 간다 20년째 커피 피를 볶아 온 한 가게 주인 인은 종이 이컵 컵보 보다 커피 피가 빨리 식는 는다 다는 손님 님이 있다 고 했다 시는 여름 휴가 가철 철을 앞두 두고 컵 만 개를 더 만들 계획 획이 이다 바다 다에 에서 주운 그물 물을 녹여 만든 뚜껑 껑도 시험 험하 하고 있다 잃어 어버 버린 컵 일곱 개는 어디 디로 갔을 을까 담당 당자 자는 관광 광객 객의 기념 념품 품이 된 것 같다 며 웃었 었다');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (21, 'sale de burgos un convoy con cien generadores para hospitales de ucrania', 'la guerra ha dejado sin suministro estable a decenas de centros una asociacion ha reunido 400.000 euros', 'seis camiones partieron al amanecer desde burgos con cien generadores destinados a hospitales de ucrania tardaran cuatro dias en llegar a leopolis donde se repartiran entre centros de jarkov sumi y zaporiyia las regiones mas castigadas por los bombardeos contra la red electrica la asociacion que organiza el envio formada por transportistas y enfermeras ha reunido 400.000 euros desde navidad un quirofano no puede esperar a que vuelva la luz dice su presidenta oksana melnik que llego a burgos hace tres anos con su hijo y trabaja en una clinica dental los ataques rusos con misiles y drones han destruido mas de la mitad de la capacidad de generacion del pais segun las autoridades ucranianas en las ciudades proximas al frente los cortes duran hasta dieciseis horas los conductores viajan por parejas y sin cobrar uno de ellos demetrio sanz ha hecho el trayecto siete veces lleva en la cabina un dibujo que le regalo una nina en sumi un camion con alas el convoy regresara a mediados de la semana proxima');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (24, 'порт лиинахамари каким он будет через десять лет', 'архитекторы показали три проекта жителей спросят в мае', 'три макета стоят в фойе дома культуры и возле каждого спорят архитекторы из петербурга мурманска и архангельска показали каким может стать через десять лет порт лиинахамари где сегодня живёт меньше пятисот человек в первом проекте у причала строят рыбный рынок и гостиницу из лиственницы во втором восстанавливают довоенную виллу и прокладывают набережную на сваях третий самый дорогой предлагает крытую марину для яхт которые ходят вдоль побережья летом мне бы хлебный магазин сказала на обсуждении пенсионерка галина титова и зал захлопал авторы обещали подумать магазин закрылся два года назад и за хлебом ездят в печенгу двадцать пять километров в одну сторону жителей опросят в мае анкеты разложат в почтовые ящики после этого проекты доработают и область решит на какой из них просить деньги строить начнут не раньше 2027 года');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (25, 'kreml bestatigt mogliche militarhilfe fur nordkorea', 'moskau beruft sich auf den beistandsvertrag von 2024 am vortag hatte pjongjang erstmals eingeraumt soldaten nach kursk geschickt zu haben', 'russland halt militarische hilfe fur nordkorea fur moglich falls das land sie brauchen sollte das machte der sprecher des kremls am montag in moskau deutlich grundlage sei der vertrag uber eine umfassende strategische partnerschaft den beide seiten im juni 2024 in pjongjang unterzeichnet haben und der inzwischen in kraft ist artikel vier des vertrags verpflichtet jede seite der anderen im fall eines bewaffneten angriffs unverzuglich und mit allen verfugbaren mitteln beizustehen wie eine solche hilfe aussehen konnte und ob nordkorea schon darum gebeten hat liess der sprecher offen erst am sonntag hatte die militarkommission der nordkoreanischen arbeiterpartei zugegeben dass eigene soldaten in der russischen region kursk gekampft haben sudkoreas geheimdienst geht von rund 15.000 entsandten aus mehrere hundert sollen gefallen sein fur sie soll in pjongjang ein denkmal entstehen das verteidigungsministerium in seoul verlangte den sofortigen abzug der truppen auch die bundesregierung zeigte sich besorgt die sicherheit europas und die ostasiens liessen sich nicht langer trennen hiess es im auswartigen amt fachleute werten die ausserung vor allem als signal an washington offen ist ob zum tag des sieges am 9 mai eine nordkoreanische abordnung nach moskau reist');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (33, '北朝 朝鮮 鮮が が短 短距 距離 離弾 弾道 道ミ ミサ サイ イル 2 発を を発 発射 日本 本の eez 外に に落 落下 下か', '防衛 衛省 省に によ よる ると 2 発は は約 300 キロ ロ飛 飛行 行し 日本 本海 海に に落 落下 下し した 漁船 船へ への の被 被害 害は は確 確認 認さ され れて てい いな ない', '防衛 衛省 省に によ よる ると 2 発は は約 300 キロ ロ飛 飛行 行し 日本 本海 海に に落 落下 下し した 漁船 船へ への の被 被害 害は は確 確認 認さ され れて てい いな ない 防衛 衛省 省は 27 日 北朝 朝鮮 鮮が が午 午前 6 時 40 分ご ごろ 東岸 岸付 付近 近か から ら短 短距 距離 離弾 弾道 道ミ ミサ サイ イル 2 発を を日 日本 本海 海に に向 向け けて て発 発射 射し した たと と発 発表 表し した 最高 高高 高度 度は は約 50 キロ 飛行 行距 距離 離は は約 300 キロ ロで いず ずれ れも も日 日本 本の の排 排他 他的 的経 経済 済水 水域 域の の外 外に に落 落下 下し した たと とみ みら られ れる 航空 空機 機や や船 船舶 舶へ への の被 被害 害の の情 情報 報は は入 入っ って てい いな ない 政府 府は は北 北京 京の の大 大使 使館 館ル ルー ート トを を通 通じ じて て北 北朝 朝鮮 鮮に に抗 抗議 議し した 官房 房長 長官 官は は臨 臨時 時の の記 記者 者会 会見 見で 国連 連安 安全 全保 保障 障理 理事 事会 会の の決 決議 議に に違 違反 反す する るも もの のだ だと と批 批判 判し した 発射 射さ され れた たの のは 変則 則的 的な な軌 軌道 道を をと とる る固 固体 体燃 燃料 料型 型の の改 改良 良版 版と とみ みら られ れる 発射 射台 台付 付き きの の車 車両 両か から ら短 短い い間 間隔 隔で で撃 撃て てる るた ため 事前 前に に兆 兆候 候を をつ つか かむ むこ こと とが が難 難し しい 今年 年に に入 入っ って てか から らの の弾 弾道 道ミ ミサ サイ イル ルの の発 発射 射は 4 回目 目と とな なる 港町 町で では は朝 朝の の競 競り りの の最 最中 中に に防 防災 災無 無線 線が が鳴 鳴っ った イカ カ釣 釣り り船 船の の船 船長 長は 沖に に出 出て てい いる る息 息子 子の の船 船に に無 無線 線が がつ つな なが がる るま まで 生き きた た心 心地 地が がし しな なか かっ った と話 話し した 漁協 協は は操 操業 業中 中の の船 船に に対 対し 落下 下物 物を を見 見つ つけ けて ても も近 近づ づか かな ない いよ よう う呼 呼び びか かけ けて てい いる');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (45, 'ferry operator names new chief executive', 'the appointment ends a search of eleven months', 'the appointment ends a search of eleven months');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (53, 'members briefing what the spring tides will do to the old quay', 'for members only engineers expect water on the cobbles on three mornings next month', '');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (58, 'gewinnspiel karten fur die filmnachte', 'das gewinnspiel ist beendet die gewinner wurden benachrichtigt', '');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (68, 'an artichoke is a thistle that somebody loved', 'how to grow wait for and finally eat the least efficient vegetable in the garden', 'how to grow wait for and finally eat the least efficient vegetable in the garden you will be given six plants by a neighbour who has too many take them put them where you do not want anything else because they will be there when you have forgotten why five feet tall and silver like something that wandered in from a coat of arms in the first year do nothing cut off the flower heads before they open which feels like cruelty and is investment in the second from the middle of may you may begin pick them small no bigger than a hen''s egg before the choke has formed trim the top third rub with lemon and stew them slowly in olive oil with garlic mint and half a glass of white wine forty minutes lid on do not lift it to look a plant yields about ten heads a year and takes up a square yard by any sensible measure you should grow beans but nobody has ever stood at a window in february looking forward to beans');
INSERT INTO "index_words_1" (rowid, title, summary, body) VALUES (71, 'le carnet des lecteurs vos meilleures adresses au bord de eau', 'guinguettes lacs et bords de canal vous nous avez ecrit deux cents lettres en voici dix', '');
INSERT INTO "index_generations" (number, state, version) VALUES (1, 'live', 1);
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (1, '00cc19bad3424fb93c5bcdb88818c7ec', 1795565160000, 1795574053878, 'http://www.hangang-ilbo.example/article/view.php?idxno=204881', '{"@timestamp": "2026-11-25T00:06:00.000Z", "published": {"at": "2026-11-25T00:06:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "크렘린 \"조약 따라 북한에 군사 지원 가능\"…파병 시인 하루 만", "summary": "러시아 대통령실이 2024년 체결한 북러 조약을 근거로 북한에 대한 군사 지원 가능성을 공식 확인했다.", "body": "러시아 대통령실이 2024년 체결한 북러 조약을 근거로 북한에 대한 군사 지원 가능성을 공식 확인했다.\n\n러시아가 지난해 체결한 조약에 따라 필요할 경우 북한에 군사 지원을 할 수 있다고 크렘린궁이 28일 밝혔다. 북한이 러시아 쿠르스크 지역에 병력을 보낸 사실을 처음으로 공식 인정한 지 하루 만이다.\n\n크렘린궁 대변인은 이날 정례 브리핑에서 2024년 6월 평양에서 서명된 포괄적 전략 동반자 관계 조약이 이미 효력을 갖고 있으며 그 내용은 양쪽 모두에 적용된다는 취지로 답했다. 조약 4조는 한쪽이 무력 침공을 받아 전쟁 상태에 놓이면 다른 쪽이 지체 없이 모든 수단으로 군사적 원조를 제공하도록 규정하고 있다. 다만 북한이 실제로 지원을 요청했는지, 어떤 형태가 될지는 언급하지 않았다.\n\n앞서 북한 노동당 중앙군사위원회는 쿠르스크 해방 작전에 참가한 군인들을 영웅이라고 부르며 평양에 전투위훈비를 세우겠다고 발표했다. 우리 정보 당국은 지금까지 약 1만 5천 명이 파병됐고 사상자는 4천 명이 넘는 것으로 추산한다.\n\n국방부는 \"불법 파병을 뒤늦게 자인한 것\"이라며 즉각적인 철수를 촉구했다. 외교부 당국자는 러시아가 파병의 대가로 정찰위성이나 잠수함 관련 기술을 넘길 가능성을 가장 우려한다고 말했다.\n\n전문가들은 이번 발언이 다음 달 9일 전승절 행사를 앞두고 나온 점에 주목한다. 북한 고위 대표단이 모스크바를 찾을 경우 군사 협력의 폭이 한층 넓어질 수 있다는 관측이 나온다.", "authors": ["정하윤"], "tags": ["북한", "러시아"], "topics": ["korean-peninsula", "russia-dprk"], "topic_hits": [{"topic": "korean-peninsula", "score": 8.0, "terms": ["북한", "대통령실", "평양", "국방부"], "about": true, "rule_version": "005ae075b71e"}, {"topic": "russia-dprk", "score": 8.0, "terms": ["크렘린", "조약", "북한", "군사", "지원", "파병", "러시아", "체결", "북러", "쿠르스크", "병력", "보낸", "평양", "서명", "동반자", "관계", "전쟁", "원조", "제공"], "about": true, "rule_version": "f13954aa4957"}, {"topic": "ukraine-war", "score": 0.72, "terms": ["러시아", "북한", "크렘린", "쿠르스크", "병력", "군사", "군인", "영웅", "평양", "전투", "파병"], "about": false, "rule_version": "6df9252ab492"}], "url": {"full": "http://www.hangang-ilbo.example/article/view.php?idxno=204881", "original": "http://www.hangang-ilbo.example/article/view.php?idxno=204881", "domain": "www.hangang-ilbo.example", "registered_domain": "hangang-ilbo.example"}, "outlet": {"id": "hangang-ilbo", "name": "한강일보", "country": "KR", "kind": "daily"}, "feed": {"id": "hangang-ilbo", "url": "http://www.hangang-ilbo.example/rss/allArticle.xml"}, "language": {"code": "ko", "confidence": 0.99, "source": "script"}, "story": {"id": "0fb641dfefe1acf21267acb86fbefe46", "size_at_index": 1, "is_first": true, "outlets": ["hangang-ilbo"], "event_id": "b3eb8bc9d2d5697e2dd1746b3f0e68ab"}, "content": {"hash": "39f73868074f94759ebe52288e8c2555b348f43cfcde08680b49fb90f1678c29", "words": 178, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-0+1", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (2, '0bd1ec7802814892bcad4ecc04f59a9b', 1795564260000, 1795574053878, 'http://www.fil-littoral.example/?p=4812', '{"@timestamp": "2026-11-24T23:51:00.000Z", "published": {"at": "2026-11-24T23:51:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "Corée du Nord : une aide militaire russe jugée possible par le Kremlin", "summary": "La présidence russe rappelle que le traité signé en juin 2024 prévoit un secours mutuel.", "body": "La Russie est prête à apporter une aide militaire à la Corée du Nord « en cas de nécessité », a fait savoir lundi la présidence russe, au lendemain de la reconnaissance officielle par Pyongyang de l’engagement de ses soldats dans la région de Koursk.\n\nInterrogé lors de son point de presse quotidien, le porte-parole du Kremlin a rappelé que le traité de partenariat stratégique global conclu en juin 2024 entre les deux pays obligeait chaque signataire à secourir l’autre s’il était attaqué. Le document est en vigueur et ses clauses s’appliquent dans les deux sens, a-t-il souligné en substance.\n\nLa veille, l’agence officielle nord-coréenne avait publié une déclaration de la commission militaire centrale saluant des combattants « héroïques » et annonçant l’érection prochaine d’un monument à Pyongyang. C’était la première fois que le régime admettait publiquement ce déploiement, que Séoul évalue à une quinzaine de milliers d’hommes depuis l’automne.\n\nÀ Séoul, le ministère de la Défense a condamné un aveu « tardif » et demandé le retrait immédiat des troupes. Le gouvernement sud-coréen redoute qu’en échange Moscou ne livre à son voisin des technologies pour ses satellites et ses sous-marins.", "authors": ["AFI"], "tags": ["monde"], "topics": ["korean-peninsula", "russia-dprk"], "topic_hits": [{"topic": "korean-peninsula", "score": 6.5, "terms": ["Corée du Nord", "Pyongyang", "nord-coréenne", "Séoul", "ministère", "gouvernement sud-coréen"], "about": true, "rule_version": "005ae075b71e"}, {"topic": "russia-dprk", "score": 6.125, "terms": ["Corée du Nord", "aide", "militaire", "russe", "Kremlin", "Russie", "Pyongyang", "soldats", "Koursk", "traité", "partenariat", "signataire", "nord-coréenne", "saluant", "combattants", "monument", "troupes", "échange", "Moscou", "livre", "technologies"], "about": true, "rule_version": "f13954aa4957"}, {"topic": "ukraine-war", "score": 1.825, "terms": ["Russie", "Corée du Nord", "russe", "Pyongyang", "Koursk", "nord-coréenne", "militaire", "combattants", "héroïques", "monument"], "about": false, "rule_version": "6df9252ab492"}], "url": {"full": "http://www.fil-littoral.example/?p=4812", "original": "http://www.fil-littoral.example/?p=4812", "domain": "www.fil-littoral.example", "registered_domain": "fil-littoral.example"}, "outlet": {"id": "fil-littoral", "name": "Le Fil du littoral", "country": "FR", "kind": "online"}, "feed": {"id": "fil-littoral", "url": "http://www.fil-littoral.example/feed/"}, "language": {"code": "fr", "confidence": 1.0, "source": "text"}, "story": {"id": "0425007396457c196f3b5a4d87b34618", "size_at_index": 3, "is_first": false, "outlets": ["gazette-rhone", "observateur-soir", "fil-littoral", "courrier-laurentides"], "event_id": "4fac8fac3751ebc8358ae8fecfd3a5b7"}, "content": {"hash": "8f1656b7f23f1850ca6886f46a201c847c0cd7a679350210cd9156bf775234e8", "words": 191, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-4+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (4, '1040287e81eb6182b168e4736e4aec7c', 1795547460000, 1795574053878, 'http://volzhsky-vestnik.example/news/70108.html', '{"@timestamp": "2026-11-24T19:11:00.000Z", "published": {"at": "2026-11-24T19:11:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "Россия и Китай сверили график строительства газопровода", "summary": "Стороны договорились о сроках поставки труб и о порядке расчётов в юанях. Цена газа осталась предметом переговоров.", "body": "Стороны договорились о сроках поставки труб и о порядке расчётов в юанях. Цена газа осталась предметом переговоров.\n\nРоссийская и китайская рабочие группы договорились о сроках поставки труб для нового газопровода и о том, что расчёты за оборудование пойдут в юанях. Двухдневная встреча прошла в Харбине и закончилась подписанием протокола на одиннадцати страницах.\n\nГлавный вопрос, цена газа, в протокол не вошёл. По словам участника переговоров, китайская сторона хочет привязать её к внутренним тарифам, российская настаивает на прежней формуле. Вернуться к этой теме собираются в июне.\n\nСварочные работы на первых шестидесяти километрах могут начаться уже осенью. Подряд рассчитывают получить несколько компаний, в их числе завод из Самарской области, который выпускает запорную арматуру. На нём работают две тысячи человек.\n\nТорговый оборот двух стран в первом квартале снизился на шесть процентов: подешевела нефть, сократились поставки автомобилей. Китай остаётся крупнейшим покупателем российского газа. Пекин, впрочем, не торопится: в прошлом году он подписал долгосрочные контракты ещё с тремя поставщиками.", "authors": ["Наталья Ермолина"], "tags": ["экономика", "Китай"], "topics": ["russia-china"], "topic_hits": [{"topic": "russia-china", "score": 6.35, "terms": ["Россия", "Китай", "строительства", "газопровода", "договорились", "поставки", "юанях", "газа", "переговоров", "Российская", "китайская", "рабочие", "встреча", "Харбине", "подписанием", "протокола", "протокол", "российская", "Самарской", "работают", "Торговый", "нефть", "автомобилей", "покупателем", "российского", "Пекин", "подписал", "поставщиками"], "about": true, "rule_version": "0df0967ee88d"}], "url": {"full": "http://volzhsky-vestnik.example/news/70108.html", "original": "http://volzhsky-vestnik.example/news/70108.html", "domain": "volzhsky-vestnik.example", "registered_domain": "volzhsky-vestnik.example"}, "outlet": {"id": "volzhsky-vestnik", "name": "Волжский вестник", "country": "RU", "kind": "regional"}, "feed": {"id": "volzhsky-vestnik", "url": "http://volzhsky-vestnik.example/export/rss.xml"}, "language": {"code": "ru", "confidence": 1.0, "source": "text"}, "story": {"id": "20a463e16ec9a7ba7b2563f753b4f250", "size_at_index": 1, "is_first": true, "outlets": ["volzhsky-vestnik"], "event_id": "88535dbc470d14faeea17af7f767a5db"}, "content": {"hash": "4face023d5a55555994d943e876851b5a1fe551b5867e5fe3552c57c8ccc6723", "words": 153, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-1+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (6, '1955e1114d4398300a41cfc08c1e81ce', 1795467360000, 1795574053878, 'http://www.harbour-courier.example/news/kim-judo-coach', '{"@timestamp": "2026-11-23T20:56:00.000Z", "published": {"at": "2026-11-23T20:56:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "Kim''s last throw: the coach who built a judo club in a fish market", "summary": "For thirty-one years Margaret Kim has taught the children of the north docks to fall. On Saturday she hangs up her belt.", "body": "For thirty-one years Margaret Kim has taught the children of the north docks to fall. On Saturday she hangs up her belt.\n\nThe mats still smell faintly of mackerel. When Margaret Kim rented the upper floor of the fish market in the north of the port, she had eleven pupils and a promise from the landlord that the lift would be mended. The lift never was. The pupils became nine hundred.\n\nOn Saturday, after thirty-one years, she will take her last class. Two former members have fought at the Commonwealth Games; one is now the referee who will hand out the belts. Most did neither. \"I teach them to fall,\" Kim says. \"The rest follows, or it doesn''t.\"\n\nBorn in Leeds to a bus driver and a nurse, she came to judo by way of a library book. She has been offered bigger halls and turned them down because they had no windows on the water.\n\nThe club will be run by three of her students. They have raised £14,000 for new mats, and a neighbour has offered to look at the lift. Kim has been told that she may come back whenever she likes, as long as she brings the tea urn.", "authors": ["Priya Nandakumar"], "tags": ["sport", "judo"], "url": {"full": "http://www.harbour-courier.example/news/kim-judo-coach", "original": "http://www.harbour-courier.example/news/kim-judo-coach", "domain": "www.harbour-courier.example", "registered_domain": "harbour-courier.example"}, "outlet": {"id": "harbour-courier", "name": "The Harbour Courier", "country": "GB", "kind": "daily"}, "feed": {"id": "harbour-courier", "url": "http://www.harbour-courier.example/rss.xml"}, "language": {"code": "en", "confidence": 1.0, "source": "text"}, "story": {"id": "2706bb5cbfca7f1ee39e032cb163fb30", "size_at_index": 1, "is_first": true, "outlets": ["harbour-courier"], "event_id": "7a22d31104f03315b87f6f8e9815d1b8"}, "content": {"hash": "a57a681f8134798084ff18e3bfc9de34abbb2c5b9beb2556a56bc2b801dd7846", "words": 203, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-0+1", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "allowed", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (9, '1d0e9006d91d495bb208a276afdb48cb', 1795513560000, 1795574053878, 'http://www.gazette-rhone.example/actualites/handball-villefranche.html', '{"@timestamp": "2026-11-24T09:46:00.000Z", "published": {"at": "2026-11-24T09:46:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "Handball : Villefranche renverse Chambéry et prend la tête", "summary": "Menées de cinq buts à la pause, les joueuses de Villefranche ont remporté dimanche un match que personne ne leur voyait gagner.", "body": "Menées de cinq buts à la pause, les joueuses de Villefranche ont remporté dimanche un match que personne ne leur voyait gagner.\n\nIl restait onze secondes quand Inès Laborde a récupéré le ballon devant sa zone. Elle a couru droit devant elle, feinté une fois, et trouvé la lucarne. Villefranche l’emporte 29 à 28 et s’installe en tête de la division 2 féminine, à deux journées de la fin.\n\nRien ne l’annonçait. À la mi-temps, les visiteuses menaient de cinq longueurs, grâce à une gardienne qui avait arrêté la moitié des tirs. « On s’est dit que ça ne pouvait pas être pire », a raconté la capitaine, la voix cassée. L’entraîneur a alors changé de défense et fait monter deux joueuses sur la base arrière adverse.\n\nLes 1 900 spectateurs de la salle de l’Escale ont fait le reste. But après but, l’écart a fondu, jusqu’à l’égalisation à trois minutes de la fin.\n\nVillefranche recevra Bourg samedi prochain et pourra monter en cas de victoire. Le club, qui a failli disparaître il y a quatre ans, vit avec un budget de 420 000 euros et douze bénévoles à plein temps ou presque. La mairie a promis d’agrandir les tribunes si la montée se confirme.", "authors": ["Malik Benhaddou"], "tags": ["sport", "handball"], "url": {"full": "http://www.gazette-rhone.example/actualites/handball-villefranche.html", "original": "http://www.gazette-rhone.example/actualites/handball-villefranche.html", "domain": "www.gazette-rhone.example", "registered_domain": "gazette-rhone.example"}, "outlet": {"id": "gazette-rhone", "name": "La Gazette du Rhône", "country": "FR", "kind": "daily"}, "feed": {"id": "gazette-rhone", "url": "http://www.gazette-rhone.example/rss/une.xml"}, "language": {"code": "fr", "confidence": 1.0, "source": "text"}, "story": {"id": "3fbcd44d5034b0954ec50e49b19bcb40", "size_at_index": 1, "is_first": true, "outlets": ["gazette-rhone"], "event_id": "33bfaf32ce2a4cf457891e5330b1b6eb"}, "content": {"hash": "2e33f55399ec2424109c3e0f332a1cad374d9997e8da3dea631d75ae01e497dc", "words": 205, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-0+1", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "allowed", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (10, '1e48489cfd4ed52e772a924d58ba0364', 1795324560000, 1795574053878, 'http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359', '{"@timestamp": "2026-11-22T05:16:00.000Z", "published": {"at": "2026-11-22T05:16:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "Le courrier traverse de nouveau le lac en bateau à vapeur", "summary": "Pendant un mois, un sac postal fera chaque matin le trajet d’Évian à Lausanne, avec un timbre spécial.", "body": "Pendant un mois, un sac postal fera chaque matin le trajet d’Évian à Lausanne, avec un timbre spécial.\n\nÀ huit heures douze, vendredi, un sac de toile grise est passé d’un quai à l’autre sous les applaudissements. Cela faisait soixante et un ans que le courrier n’avait plus traversé le lac à bord d’un vapeur.\n\nL’idée est venue d’un facteur d’Évian, Loïc Favre, qui avait trouvé dans le grenier du bureau de poste un registre des sacs transportés entre 1890 et 1964. Il a convaincu les deux administrations, puis la compagnie de navigation, de recommencer pendant un mois.\n\nChaque lettre déposée dans la boîte installée sur le ponton reçoit un timbre oblitéré à bord, par un agent assis à une table vissée au plancher. Elle met un jour de plus que par la route. Personne ne s’en plaint : trois mille enveloppes ont été postées le premier jour, dont beaucoup par leurs propres destinataires.\n\nLe vapeur, construit en 1914, consomme autant qu’avant. La compagnie compense en réduisant sa vitesse de deux nœuds. « Le courrier lent doit voyager lentement », a fait remarquer le capitaine.", "authors": ["Julien Perrinjaquet"], "tags": ["lac", "patrimoine"], "url": {"full": "http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359", "original": "http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359", "domain": "www.tribune-leman.example", "registered_domain": "tribune-leman.example"}, "outlet": {"id": "tribune-leman", "name": "La Tribune du Léman", "country": "CH", "kind": "daily"}, "feed": {"id": "tribune-leman", "url": "http://www.tribune-leman.example/rss"}, "language": {"code": "fr", "confidence": 1.0, "source": "text"}, "story": {"id": "d37e1fa4e9361c8fb394822ff865b973", "size_at_index": 1, "is_first": true, "outlets": ["tribune-leman"], "event_id": "3829ad7207e0fe15c6f581d503b5c295"}, "content": {"hash": "f54aace4efc3a8a37fbd532311ae04b318276f8e8002706baded451fa6379384", "words": 185, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-0+1", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (11, '1f52e8996077aaf24081088067741d2c', 1795562160000, 1795574053878, 'http://observateur-soir.example/international/moscou-pyongyang-assistance', '{"@timestamp": "2026-11-24T23:16:00.000Z", "published": {"at": "2026-11-24T23:16:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "« En cas de nécessité » : Moscou se dit prêt à aider militairement Pyongyang", "summary": "Le porte-parole du Kremlin invoque le traité de 2024. Séoul demande le retrait immédiat des soldats nord-coréens de la région de Koursk.", "body": "Le porte-parole du Kremlin invoque le traité de 2024. Séoul demande le retrait immédiat des soldats nord-coréens de la région de Koursk.\n\nLa Russie est prête à apporter une aide militaire à la Corée du Nord « en cas de nécessité », a fait savoir lundi la présidence russe, au lendemain de la reconnaissance officielle par Pyongyang de l’engagement de ses soldats dans la région de Koursk.\n\nInterrogé lors de son point de presse quotidien, le porte-parole du Kremlin a rappelé que le traité de partenariat stratégique global conclu en juin 2024 entre les deux pays obligeait chaque signataire à secourir l’autre s’il était attaqué. Le document est en vigueur et ses clauses s’appliquent dans les deux sens, a-t-il souligné en substance, sans préciser la nature de l’appui envisagé.\n\nLa veille, l’agence officielle nord-coréenne avait publié une déclaration de la commission militaire centrale saluant des combattants « héroïques » et annonçant l’érection prochaine d’un monument à Pyongyang. C’était la première fois que le régime admettait publiquement ce déploiement, que Séoul évalue à une quinzaine de milliers d’hommes depuis l’automne.\n\nÀ Séoul, le ministère de la Défense a condamné un aveu « tardif » et demandé le retrait immédiat des troupes. Le gouvernement sud-coréen redoute qu’en échange Moscou ne livre à son voisin des technologies pour ses satellites et ses sous-marins.\n\nPlusieurs diplomates européens estiment que la déclaration russe relève d’abord du signal politique, à quelques jours des cérémonies du 9 mai, auxquelles une délégation nord-coréenne pourrait assister.", "authors": ["L’Observateur du soir avec AFI"], "tags": ["Russie", "Corée du Nord", "défense"], "topics": ["korean-peninsula", "russia-dprk"], "topic_hits": [{"topic": "korean-peninsula", "score": 7.4, "terms": ["Pyongyang", "nord-coréens", "Corée du Nord", "nord-coréenne", "Séoul", "ministère", "gouvernement sud-coréen"], "about": true, "rule_version": "005ae075b71e"}, {"topic": "russia-dprk", "score": 7.1, "terms": ["Moscou", "aider", "militairement", "Pyongyang", "Kremlin", "traité", "soldats", "soldats nord-coréens", "nord-coréens", "Koursk", "Russie", "aide", "militaire", "Corée du Nord", "russe", "partenariat", "signataire", "nord-coréenne", "saluant", "combattants", "monument", "troupes", "échange", "livre", "technologies", "signal", "délégation"], "about": true, "rule_version": "f13954aa4957"}, {"topic": "ukraine-war", "score": 2.26, "terms": ["Kremlin", "soldats nord-coréens", "nord-coréens", "Koursk", "Russie", "Corée du Nord", "russe", "Pyongyang", "nord-coréenne", "militaire", "combattants", "héroïques", "monument"], "about": false, "rule_version": "6df9252ab492"}], "url": {"full": "http://observateur-soir.example/international/moscou-pyongyang-assistance", "original": "http://observateur-soir.example/international/moscou-pyongyang-assistance", "domain": "observateur-soir.example", "registered_domain": "observateur-soir.example"}, "outlet": {"id": "observateur-soir", "name": "L’Observateur du soir", "country": "FR", "kind": "daily"}, "feed": {"id": "observateur-soir", "url": "http://observateur-soir.example/flux/a-la-une.atom"}, "language": {"code": "fr", "confidence": 1.0, "source": "text"}, "story": {"id": "0425007396457c196f3b5a4d87b34618", "size_at_index": 3, "is_first": false, "outlets": ["gazette-rhone", "observateur-soir", "fil-littoral", "courrier-laurentides"], "event_id": "4fac8fac3751ebc8358ae8fecfd3a5b7"}, "content": {"hash": "be031ac18567cb3bae9b60d2cfec605e8798a71edfc08e679fabcf34a844017d", "words": 247, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-1+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "allowed", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (12, '29cbdf0afcc87cfd5ecf1ba67cafd3e3', 1795546560000, 1795574053878, 'http://www.polyarnik.example/article/rybaki-treska', '{"@timestamp": "2026-11-24T18:56:00.000Z", "published": {"at": "2026-11-24T18:56:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "Мурманские рыбаки выбрали половину годовой квоты трески", "summary": "Рыбы стало меньше, зато она крупнее. Цена в порту выросла на пятую часть.", "body": "Флот Северного бассейна к концу апреля выбрал половину годовой квоты трески. Это на две недели позже, чем в прошлом году, сообщили в объединении рыбопромышленников. Зима была штормовая: в январе суда простояли в порту одиннадцать дней.\n\nРыбы в Баренцевом море стало меньше, зато она крупнее. Средний вес приблизился к трём килограммам. Квоту на этот год сократили на четверть, до самого низкого уровня с начала девяностых, и капитаны берегут её на осень, когда треска жирнее.\n\nЦена в порту выросла на пятую часть. Филе, которое раньше уходило за границу, теперь чаще покупают дома, хотя и жалуются на дороговизну. Перерабатывающая фабрика в Мурманске перешла на одну смену.\n\n«Мы не голодаем, но и не строим», — говорит капитан траулера «Печенга» Анатолий Редькин. Новый траулер, заложенный три года назад, обещают спустить на воду к зиме. Учёные из полярного института считают, что запас начнёт восстанавливаться не раньше 2027 года.", "authors": ["Степан Вольнов"], "tags": ["рыба"], "url": {"full": "http://www.polyarnik.example/article/rybaki-treska", "original": "http://www.polyarnik.example/article/rybaki-treska", "domain": "www.polyarnik.example", "registered_domain": "polyarnik.example"}, "outlet": {"id": "polyarnik", "name": "Полярник", "country": "RU", "kind": "regional"}, "feed": {"id": "polyarnik", "url": "http://www.polyarnik.example/atom"}, "language": {"code": "ru", "confidence": 1.0, "source": "text"}, "story": {"id": "094f68880186b489ff2f672bf9c5b8a3", "size_at_index": 1, "is_first": true, "outlets": ["polyarnik"], "event_id": "d9f200f9a4aa6c4da78706ca80c62257"}, "content": {"hash": "d83bf034b57b16062961f4d9537faedd744710d11ee812d78af8656b53ca6c88", "words": 142, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-4+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (17, '39fea7f0d07d5a485607b41d84992c04', 1795488960000, 1795574053878, 'http://courrier-laurentides.example/nouvelles/lac-glace-calage/', '{"@timestamp": "2026-11-24T02:56:00.000Z", "published": {"at": "2026-11-24T02:56:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "La glace a quitté le lac Tremblant neuf jours plus tôt que d’habitude", "summary": "Le calage a été observé le 18 avril. Les riverains notent la date depuis 1952.", "body": "Le vieux cahier est rangé dans la cuisine des Thibault depuis 1952. Chaque printemps, quelqu’un de la famille y écrit le jour où la dernière glace disparaît du lac Tremblant. Cette année, c’était le 18 avril, neuf jours avant la moyenne.\n\n« Mon grand-père gageait de l’argent là-dessus avec le curé », raconte Lucie Thibault, qui tient le cahier depuis vingt ans. Les chercheurs de l’université s’y intéressent pour une autre raison : peu de séries d’observations sont aussi longues et aussi régulières.\n\nEn soixante-treize ans, la date a avancé de douze jours. Une fonte hâtive laisse à l’eau plus de temps pour se réchauffer, ce qui favorise les algues et gêne la truite grise, qui a besoin d’eau froide en profondeur.\n\nLa municipalité va installer trois bouées pour mesurer la température. Quant au cahier, il sera numérisé cet été, puis rendu à la cuisine.", "authors": ["Jean-François Ouellet"], "tags": ["climat"], "url": {"full": "http://courrier-laurentides.example/nouvelles/lac-glace-calage/", "original": "http://courrier-laurentides.example/nouvelles/lac-glace-calage/", "domain": "courrier-laurentides.example", "registered_domain": "courrier-laurentides.example"}, "outlet": {"id": "courrier-laurentides", "name": "Le Courrier des Laurentides", "country": "CA", "kind": "regional"}, "feed": {"id": "courrier-laurentides", "url": "http://courrier-laurentides.example/nouvelles/index.json"}, "language": {"code": "fr", "confidence": 1.0, "source": "text"}, "story": {"id": "e25cb1aacdae35a04073586f0d0b640a", "size_at_index": 1, "is_first": true, "outlets": ["courrier-laurentides"], "event_id": "b1e8e37c159d3e30e237a5e03f5310b3"}, "content": {"hash": "22e60bdf1486e6de1210dcff639f6b789ad9295b8fbfd96349d71088326d8e85", "words": 145, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (18, '3bdd8c0e1b000376287dede60abc8047', 1795495260000, 1795574053878, 'http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html', '{"@timestamp": "2026-11-24T04:41:00.000Z", "published": {"at": "2026-11-24T04:41:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "Remis im Regen: Dresden verpasst den vorzeitigen Aufstieg", "summary": "Zwei Alutreffer, ein verschossener Elfmeter und ein Platz wie ein See. Die Entscheidung fällt nun am nächsten Wochenende.", "body": "Der Ball blieb einfach liegen. Drei Meter vor dem leeren Tor, in einer Pfütze, in der 71. Minute. Bis Stürmer Robin Kaluza ihn erreicht hatte, war ein Verteidiger da. So endete das Spitzenspiel vor 29.000 Zuschauern 0:0, und die Aufstiegsfeier muss warten.\n\nEine halbe Stunde lang hatte der Schiedsrichter überlegt, ob er überhaupt anpfeifen soll. Der Rasen war nach dem Wolkenbruch kaum bespielbar. Dresden traf trotzdem zweimal das Aluminium und vergab in der 58. Minute einen Elfmeter.\n\n»Wir ärgern uns bis heute Abend um zehn, dann schauen wir nach vorn«, sagte der Trainer. Seine Mannschaft braucht aus den letzten drei Spielen noch vier Punkte. Am Samstag geht es nach Aachen.\n\nAuf den Rängen blieb die Stimmung gut. Als das Flutlicht für einige Minuten ausfiel, leuchteten Tausende Telefone. Der Verein verkaufte 11.000 Bratwürste und sämtliche Regenumhänge, die er besaß.", "authors": ["Ronny Pietsch"], "tags": ["Fußball"], "url": {"full": "http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html", "original": "http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html", "domain": "www.elbe-kurier.example", "registered_domain": "elbe-kurier.example"}, "outlet": {"id": "elbe-kurier", "name": "Elbe-Kurier", "country": "DE", "kind": "daily"}, "feed": {"id": "elbe-kurier", "url": "http://www.elbe-kurier.example/feed/atom.xml"}, "language": {"code": "de", "confidence": 1.0, "source": "text"}, "story": {"id": "99d5a338454c2bf92bfc369fc2db4d6f", "size_at_index": 1, "is_first": true, "outlets": ["elbe-kurier"], "event_id": "7c6fb9b564fcc5662c5f0bf2cc8b0b2f"}, "content": {"hash": "bba799a777397188eeabda0a8c53576049dc7cae475285d525951422c66aa68e", "words": 138, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-2+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "allowed", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (19, '3c82994fb6267987e81b1d1b9df45c7e', 1795528560000, 1795574053878, 'http://dongbu-sinmun.example/news/articleView.html?idxno=88120', '{"@timestamp": "2026-11-24T13:56:00.000Z", "published": {"at": "2026-11-24T13:56:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:13.878Z", "title": "강릉 커피 거리, 일회용 컵 없이 한 달", "summary": "카페 마흔두 곳이 함께 쓰는 컵을 들여왔다. 돌아온 컵은 백 개 가운데 아흔셋.", "body": "강릉 안목 해변의 커피 거리에서 일회용 컵이 사라진 지 한 달이 됐다. 카페 마흔두 곳이 같은 모양의 컵을 쓰고, 손님은 해변 어느 가게에나 돌려주면 된다. 컵 하나에 보증금은 천 원이다.\n\n시가 집계해 보니 나간 컵 백 개 가운데 아흔세 개가 돌아왔다. 처음 예상은 여든 개였다. 하루 평균 8천 개씩 나오던 쓰레기도 3분의 1로 줄었다. 대신 설거지하는 사람 여섯 명이 새로 일자리를 얻었다.\n\n모두가 반긴 것은 아니다. 점심시간에는 컵이 모자라고, 바람이 센 날에는 반납함 뚜껑이 날아간다. 20년째 커피를 볶아 온 한 가게 주인은 \"종이컵보다 커피가 빨리 식는다는 손님이 있다\"고 했다.\n\n시는 여름 휴가철을 앞두고 컵 만 개를 더 만들 계획이다. 바다에서 주운 그물을 녹여 만든 뚜껑도 시험하고 있다. 잃어버린 컵 일곱 개는 어디로 갔을까. 담당자는 \"관광객의 기념품이 된 것 같다\"며 웃었다.", "authors": ["차민서"], "tags": ["환경", "강릉"], "topic_hits": [{"topic": "korean-peninsula", "score": 2.0, "terms": ["라진"], "about": false, "rule_version": "005ae075b71e"}], "url": {"full": "http://dongbu-sinmun.example/news/articleView.html?idxno=88120", "original": "http://dongbu-sinmun.example/news/articleView.html?idxno=88120", "domain": "dongbu-sinmun.example", "registered_domain": "dongbu-sinmun.example"}, "outlet": {"id": "dongbu-sinmun", "name": "동부신문", "country": "KR", "kind": "regional"}, "feed": {"id": "dongbu-sinmun", "url": "http://dongbu-sinmun.example/atom.xml"}, "language": {"code": "ko", "confidence": 0.99, "source": "script"}, "story": {"id": "3f190d37753a3b88a350de8d970c4f77", "size_at_index": 1, "is_first": true, "outlets": ["dongbu-sinmun"], "event_id": "bb05bb78cd454bf0ddf276791600e362"}, "content": {"hash": "b87595d6c31aa68dbdc7c210035696ba763bf83721d028bf74d3aceb38360683", "words": 120, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (21, '3dedab462642ad1d70233b8c8d3367d1', 1795216260000, 1795574055794, 'http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/', '{"@timestamp": "2026-11-20T23:11:00.000Z", "published": {"at": "2026-11-20T23:11:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:15.794Z", "title": "Sale de Burgos un convoy con cien generadores para hospitales de Ucrania", "summary": "La guerra ha dejado sin suministro estable a decenas de centros. Una asociación ha reunido 400.000 euros.", "body": "Seis camiones partieron al amanecer desde Burgos con cien generadores destinados a hospitales de Ucrania. Tardarán cuatro días en llegar a Leópolis, donde se repartirán entre centros de Járkov, Sumi y Zaporiyia, las regiones más castigadas por los bombardeos contra la red eléctrica.\n\nLa asociación que organiza el envío, formada por transportistas y enfermeras, ha reunido 400.000 euros desde Navidad. «Un quirófano no puede esperar a que vuelva la luz», dice su presidenta, Oksana Melnik, que llegó a Burgos hace tres años con su hijo y trabaja en una clínica dental.\n\nLos ataques rusos con misiles y drones han destruido más de la mitad de la capacidad de generación del país, según las autoridades ucranianas. En las ciudades próximas al frente los cortes duran hasta dieciséis horas.\n\nLos conductores viajan por parejas y sin cobrar. Uno de ellos, Demetrio Sanz, ha hecho el trayecto siete veces. Lleva en la cabina un dibujo que le regaló una niña en Sumi: un camión con alas. El convoy regresará a mediados de la semana próxima.", "authors": ["Tomás Arévalo"], "tags": ["Ucrania", "solidaridad"], "topics": ["ukraine-war"], "topic_hits": [{"topic": "ukraine-war", "score": 5.8, "terms": ["Ucrania", "Járkov", "Sumi", "Zaporiyia", "bombardeos", "red eléctrica", "ataques", "rusos", "misiles", "drones", "ucranianas", "frente"], "about": true, "rule_version": "6df9252ab492"}], "url": {"full": "http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/", "original": "http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/", "domain": "www.diario-meseta.example", "registered_domain": "diario-meseta.example"}, "outlet": {"id": "diario-meseta", "name": "El Diario de la Meseta", "country": "ES", "kind": "daily"}, "feed": {"id": "diario-meseta", "url": "http://www.diario-meseta.example/rss/portada.xml"}, "language": {"code": "es", "confidence": 1.0, "source": "text"}, "story": {"id": "236fe1458ed8a8a3c2f7bcd1270bdfd9", "size_at_index": 1, "is_first": true, "outlets": ["diario-meseta"], "event_id": "70c925da8dcbb1bc1cec97c746b04a3d"}, "content": {"hash": "006ecc05279fff544d10388a2d7d4d4450cff80d032feb71a4930a6ebea284a2", "words": 172, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (24, '41de9481c6b09afc4d5e2b6f3cf75902', 1795122000000, 1795574055794, 'http://www.polyarnik.example/article/buduschee-porta', '{"@timestamp": "2026-11-19T21:00:00.000Z", "published": {"at": "2026-11-19T21:00:00.000Z", "source": "htmldate"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:15.794Z", "title": "Порт Лиинахамари: каким он будет через десять лет", "summary": "Архитекторы показали три проекта. Жителей спросят в мае.", "body": "Три макета стоят в фойе дома культуры, и возле каждого спорят. Архитекторы из Петербурга, Мурманска и Архангельска показали, каким может стать через десять лет порт Лиинахамари, где сегодня живёт меньше пятисот человек.\n\nВ первом проекте у причала строят рыбный рынок и гостиницу из лиственницы. Во втором восстанавливают довоенную виллу и прокладывают набережную на сваях. Третий, самый дорогой, предлагает крытую марину для яхт, которые ходят вдоль побережья летом.\n\n«Мне бы хлебный магазин», — сказала на обсуждении пенсионерка Галина Титова, и зал захлопал. Авторы обещали подумать. Магазин закрылся два года назад, и за хлебом ездят в Печенгу, двадцать пять километров в одну сторону.\n\nЖителей опросят в мае: анкеты разложат в почтовые ящики. После этого проекты доработают, и область решит, на какой из них просить деньги. Строить начнут не раньше 2027 года.", "authors": ["Лидия Ярцева"], "tags": ["город"], "url": {"full": "http://www.polyarnik.example/article/buduschee-porta", "original": "http://www.polyarnik.example/article/buduschee-porta", "domain": "www.polyarnik.example", "registered_domain": "polyarnik.example"}, "outlet": {"id": "polyarnik", "name": "Полярник", "country": "RU", "kind": "regional"}, "feed": {"id": "polyarnik", "url": "http://www.polyarnik.example/atom"}, "language": {"code": "ru", "confidence": 1.0, "source": "text"}, "story": {"id": "034188a4b434f508cda6a5c3fd575126", "size_at_index": 1, "is_first": true, "outlets": ["polyarnik"], "event_id": "cff3ed5c7d17db4deaa9b04c4e45a52f"}, "content": {"hash": "c689c87dd8681406a41224243c6c2c8d300079eaa5c0017831ec35bb9f53be41", "words": 129, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-4+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (25, '4365d577c3417d874aeb29725f71ea20', 1795565460000, 1795574055794, 'http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html', '{"@timestamp": "2026-11-25T00:11:00.000Z", "published": {"at": "2026-11-25T00:11:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:15.794Z", "title": "Kreml bestätigt mögliche Militärhilfe für Nordkorea", "summary": "Moskau beruft sich auf den Beistandsvertrag von 2024. Am Vortag hatte Pjöngjang erstmals eingeräumt, Soldaten nach Kursk geschickt zu haben.", "body": "Russland hält militärische Hilfe für Nordkorea für möglich, falls das Land sie brauchen sollte. Das machte der Sprecher des Kremls am Montag in Moskau deutlich. Grundlage sei der Vertrag über eine umfassende strategische Partnerschaft, den beide Seiten im Juni 2024 in Pjöngjang unterzeichnet haben und der inzwischen in Kraft ist.\n\nArtikel vier des Vertrags verpflichtet jede Seite, der anderen im Fall eines bewaffneten Angriffs unverzüglich und mit allen verfügbaren Mitteln beizustehen. Wie eine solche Hilfe aussehen könnte und ob Nordkorea schon darum gebeten hat, ließ der Sprecher offen.\n\nErst am Sonntag hatte die Militärkommission der nordkoreanischen Arbeiterpartei zugegeben, dass eigene Soldaten in der russischen Region Kursk gekämpft haben. Südkoreas Geheimdienst geht von rund 15.000 Entsandten aus, mehrere Hundert sollen gefallen sein. Für sie soll in Pjöngjang ein Denkmal entstehen.\n\nDas Verteidigungsministerium in Seoul verlangte den sofortigen Abzug der Truppen. Auch die Bundesregierung zeigte sich besorgt: Die Sicherheit Europas und die Ostasiens ließen sich nicht länger trennen, hieß es im Auswärtigen Amt.\n\nFachleute werten die Äußerung vor allem als Signal an Washington. Offen ist, ob zum Tag des Sieges am 9. Mai eine nordkoreanische Abordnung nach Moskau reist.", "authors": ["Jakob Lindner"], "tags": ["Russland", "Nordkorea"], "topics": ["korean-peninsula", "russia-dprk"], "topic_hits": [{"topic": "korean-peninsula", "score": 7.25, "terms": ["Nordkorea", "Pjöngjang", "nordkoreanischen", "Südkoreas", "Geheimdienst", "nordkoreanische"], "about": true, "rule_version": "005ae075b71e"}, {"topic": "russia-dprk", "score": 6.875, "terms": ["Kreml", "Militärhilfe", "Nordkorea", "Russland", "militärische", "Hilfe", "Kremls", "Moskau", "Vertrag", "Partnerschaft", "Pjöngjang", "unterzeichnet", "Vertrags", "Militärkommission", "nordkoreanischen", "Arbeiterpartei", "Soldaten", "russischen", "Kursk", "gekämpft", "Entsandten", "gefallen", "Denkmal", "nordkoreanische", "reist"], "about": true, "rule_version": "f13954aa4957"}, {"topic": "ukraine-war", "score": 0.75, "terms": ["Militärkommission", "nordkoreanischen", "Soldaten", "Kursk", "gekämpft", "Pjöngjang", "Denkmal"], "about": false, "rule_version": "6df9252ab492"}], "url": {"full": "http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html", "original": "http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html", "domain": "www.elbe-kurier.example", "registered_domain": "elbe-kurier.example"}, "outlet": {"id": "elbe-kurier", "name": "Elbe-Kurier", "country": "DE", "kind": "daily"}, "feed": {"id": "elbe-kurier", "url": "http://www.elbe-kurier.example/feed/atom.xml"}, "language": {"code": "de", "confidence": 1.0, "source": "text"}, "story": {"id": "20327624a701a487029961bf45ec32c1", "size_at_index": 1, "is_first": true, "outlets": ["elbe-kurier"], "event_id": "0604d810716c4f2cf71081707bc2c4e7"}, "content": {"hash": "8ed13f8bbf38349af645b0046d794912126c1cb20eb604e6676dfa3140ceef4d", "words": 187, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-2+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "allowed", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (33, '600c622da0fd7c97b14660fa62610416', 1795435860000, 1795574055794, 'http://www.minato-shimbun.example/articles/55188', '{"@timestamp": "2026-11-23T12:11:00.000Z", "published": {"at": "2026-11-23T12:11:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:15.794Z", "title": "北朝鮮が短距離弾道ミサイル2発を発射 日本のEEZ外に落下か", "summary": "防衛省によると、2発は約300キロ飛行し、日本海に落下した。漁船への被害は確認されていない。", "body": "防衛省によると、2発は約300キロ飛行し、日本海に落下した。漁船への被害は確認されていない。\n\n防衛省は27日、北朝鮮が午前6時40分ごろ、東岸付近から短距離弾道ミサイル2発を日本海に向けて発射したと発表した。最高高度は約50キロ、飛行距離は約300キロで、いずれも日本の排他的経済水域の外に落下したとみられる。\n\n航空機や船舶への被害の情報は入っていない。政府は北京の大使館ルートを通じて北朝鮮に抗議した。官房長官は臨時の記者会見で、国連安全保障理事会の決議に違反するものだと批判した。\n\n発射されたのは、変則的な軌道をとる固体燃料型の改良版とみられる。発射台付きの車両から短い間隔で撃てるため、事前に兆候をつかむことが難しい。今年に入ってからの弾道ミサイルの発射は4回目となる。\n\n港町では朝の競りの最中に防災無線が鳴った。イカ釣り船の船長は「沖に出ている息子の船に無線がつながるまで、生きた心地がしなかった」と話した。漁協は操業中の船に対し、落下物を見つけても近づかないよう呼びかけている。", "authors": ["社会部 浜口千尋"], "topics": ["dprk-weapons", "korean-peninsula"], "topic_hits": [{"topic": "dprk-weapons", "score": 5.475, "terms": ["北朝鮮", "弾道", "ミサイル", "発射", "固体燃料"], "about": true, "rule_version": "07debb9358cf"}, {"topic": "korean-peninsula", "score": 5.475, "terms": ["北朝鮮", "弾道", "ミサイル", "発射", "固体燃料"], "about": true, "rule_version": "005ae075b71e"}], "url": {"full": "http://www.minato-shimbun.example/articles/55188", "original": "http://www.minato-shimbun.example/articles/55188", "domain": "www.minato-shimbun.example", "registered_domain": "minato-shimbun.example"}, "outlet": {"id": "minato-shimbun", "name": "みなと新聞", "country": "JP", "kind": "daily"}, "feed": {"id": "minato-shimbun", "url": "http://www.minato-shimbun.example/index.rdf"}, "language": {"code": "ja", "confidence": 0.99, "source": "script"}, "story": {"id": "b4796240bd67f65f23b887bde911a4e5", "size_at_index": 1, "is_first": true, "outlets": ["minato-shimbun"], "event_id": "06c7e7ea0fade0fcf65187185c6da358"}, "content": {"hash": "7b29a17aa27ceb01c3707b210d036511e77e5b09a9e82bc7bda0ed334682f8c3", "words": 233, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-1+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (45, '89aecf429014618fe029eae6b64db318', 1795316460000, 1795574057227, 'http://northwire.example/a/correction-desk-moved', '{"@timestamp": "2026-11-22T03:01:00.000Z", "published": {"at": "2026-11-22T03:01:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:17.227Z", "title": "Ferry operator names new chief executive", "summary": "The appointment ends a search of eleven months.", "body": "The appointment ends a search of eleven months.", "authors": ["Northwire staff"], "tags": ["business"], "url": {"full": "http://northwire.example/a/correction-desk-moved", "original": "http://northwire.example/a/correction-desk-moved", "domain": "northwire.example", "registered_domain": "northwire.example"}, "outlet": {"id": "northwire", "name": "Northwire", "country": "US", "kind": "agency"}, "feed": {"id": "northwire", "url": "http://northwire.example/feed.json"}, "language": {"code": "en", "confidence": 1.0, "source": "text"}, "story": {"id": "ba1f6686b4742a8204bfe8357f2a1d74", "size_at_index": 1, "is_first": true, "outlets": ["northwire"], "event_id": "593952d2290d5b3a5216006349d8a986"}, "content": {"hash": "973aa35ed04a5f11edda20492b463fde1c4d03157ae283fca4b02a756262b7e6", "words": 8, "truncated": false}, "extraction": {"status": "feed", "method": "feed", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (53, 'b39f01c8ec842b03fa6d806cec797d92', 1795370160000, 1795574057227, 'http://www.harbour-courier.example/members/briefing-spring-tides', '{"@timestamp": "2026-11-22T17:56:00.000Z", "published": {"at": "2026-11-22T17:56:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:17.227Z", "title": "Members'' briefing: what the spring tides will do to the old quay", "summary": "For members only. Engineers expect water on the cobbles on three mornings next month.", "authors": ["Priya Nandakumar"], "tags": ["local"], "url": {"full": "http://www.harbour-courier.example/members/briefing-spring-tides", "original": "http://www.harbour-courier.example/members/briefing-spring-tides", "domain": "www.harbour-courier.example", "registered_domain": "harbour-courier.example"}, "outlet": {"id": "harbour-courier", "name": "The Harbour Courier", "country": "GB", "kind": "daily"}, "feed": {"id": "harbour-courier", "url": "http://www.harbour-courier.example/rss.xml"}, "language": {"code": "en", "confidence": 1.0, "source": "text"}, "story": {"id": "6304eb78cb908cf9abb44cf4ad891c7c", "size_at_index": 1, "is_first": true, "outlets": ["harbour-courier"], "event_id": "06356d103154d7cebc661841de786ad0"}, "content": {"hash": "aeb172f4b2debe57b64a553db8fa959aa6c13687393d3f0c99ed6195b5722a41", "words": 14, "truncated": false}, "extraction": {"status": "feed", "method": "feed", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "disallowed", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (58, 'bbcebc70e8a82a51fb3245c9b5533e29', 1795204560000, 1795574057227, 'http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html', '{"@timestamp": "2026-11-20T19:56:00.000Z", "published": {"at": "2026-11-20T19:56:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:17.227Z", "title": "Gewinnspiel: Karten für die Filmnächte", "summary": "Das Gewinnspiel ist beendet. Die Gewinner wurden benachrichtigt.", "authors": ["Leserservice"], "tags": ["Service"], "url": {"full": "http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html", "original": "http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html", "domain": "www.elbe-kurier.example", "registered_domain": "elbe-kurier.example"}, "outlet": {"id": "elbe-kurier", "name": "Elbe-Kurier", "country": "DE", "kind": "daily"}, "feed": {"id": "elbe-kurier", "url": "http://www.elbe-kurier.example/feed/atom.xml"}, "language": {"code": "de", "confidence": 1.0, "source": "text"}, "story": {"id": "bfce1d8b3a9a457718989450f36ac1df", "size_at_index": 1, "is_first": true, "outlets": ["elbe-kurier"], "event_id": "8da717e3e14839405c8e27ec347162e6"}, "content": {"hash": "e3b44abb56e539666bc84b6c20681c23fe54c6f04acfea70400feb0ad339543e", "words": 8, "truncated": false}, "extraction": {"status": "feed", "method": "feed", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "allowed", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (68, 'd7a8f3eb4134116834af783c0c38aaba', 1795377360000, 1795574058562, 'http://fieldnotes.example/311/artichoke-allotment', '{"@timestamp": "2026-11-22T19:56:00.000Z", "published": {"at": "2026-11-22T19:56:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:18.562Z", "title": "An artichoke is a thistle that somebody loved", "summary": "How to grow, wait for, and finally eat the least efficient vegetable in the garden.", "body": "How to grow, wait for, and finally eat the least efficient vegetable in the garden.\n\nYou will be given six plants by a neighbour who has too many. Take them. Put them where you do not want anything else, because they will be there when you have forgotten why, five feet tall and silver, like something that wandered in from a coat of arms.\n\nIn the first year do nothing. Cut off the flower heads before they open, which feels like cruelty and is investment. In the second, from the middle of May, you may begin.\n\nPick them small, no bigger than a hen''s egg, before the choke has formed. Trim the top third, rub with lemon, and stew them slowly in olive oil with garlic, mint and half a glass of white wine. Forty minutes. Lid on. Do not lift it to look.\n\nA plant yields about ten heads a year and takes up a square yard. By any sensible measure you should grow beans. But nobody has ever stood at a window in February looking forward to beans.", "authors": ["Rosalind Peake"], "tags": ["food", "garden"], "url": {"full": "http://fieldnotes.example/311/artichoke-allotment", "original": "http://fieldnotes.example/311/artichoke-allotment", "domain": "fieldnotes.example", "registered_domain": "fieldnotes.example"}, "outlet": {"id": "fieldnotes", "name": "Fieldnotes Weekly", "country": "IE", "kind": "magazine"}, "feed": {"id": "fieldnotes", "url": "http://fieldnotes.example/atom.xml"}, "language": {"code": "en", "confidence": 1.0, "source": "text"}, "story": {"id": "8a74cdd938a5ccbbc487bea09596b0c7", "size_at_index": 1, "is_first": true, "outlets": ["fieldnotes"], "event_id": "e8cf70fcdab7ac13488edf4898adda16"}, "content": {"hash": "e0907973a45f4f3025f389bd82d8f4840bfaafb26278f1b708adb91b01d89f29", "words": 180, "truncated": false}, "extraction": {"status": "full", "method": "trafilatura-1+0", "version": "1"}, "pipeline": {"version": "0.1.0"}, "rights": {"robots": "none", "tdm": "none"}}');
INSERT INTO "index_docs_1" (doc, id, at, indexed_at, url, source) VALUES (71, 'e8032b022a6a24540a2f4c87c2a3021e', 1795301760000, 1795574058562, 'http://observateur-soir.example/flux/a-la-une.atom#entry=01732619678214ef', '{"@timestamp": "2026-11-21T22:56:00.000Z", "published": {"at": "2026-11-21T22:56:00.000Z", "source": "feed"}, "first_seen_at": "2026-11-25T02:33:53.404Z", "indexed_at": "2026-11-25T02:34:18.562Z", "title": "Le carnet des lecteurs : vos meilleures adresses au bord de l’eau", "summary": "Guinguettes, lacs et bords de canal : vous nous avez écrit deux cents lettres. En voici dix.", "authors": ["La rédaction"], "tags": ["loisirs"], "url": {"full": "http://observateur-soir.example/flux/a-la-une.atom#entry=01732619678214ef", "original": "http://observateur-soir.example/flux/a-la-une.atom#entry=01732619678214ef", "domain": "observateur-soir.example", "registered_domain": "observateur-soir.example"}, "outlet": {"id": "observateur-soir", "name": "L’Observateur du soir", "country": "FR", "kind": "daily"}, "feed": {"id": "observateur-soir", "url": "http://observateur-soir.example/flux/a-la-une.atom"}, "language": {"code": "fr", "confidence": 1.0, "source": "text"}, "story": {"id": "356d8f423f715bb767999262b7d6a479", "size_at_index": 1, "is_first": true, "outlets": ["observateur-soir"], "event_id": "79b43f2fc425c386319d4965235f6a5a"}, "content": {"hash": "9d04408051b4634639c2dce476aac023cfd4decbaa8f4e298e7ad6a6407f2cbe", "words": 16, "truncated": false}, "extraction": {"status": "feed", "method": "feed", "version": "1"}, "pipeline": {"version": "0.1.0"}}');
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, '@timestamp', NULL, 1795565160000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'published.at', NULL, 1795565160000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'title.raw', '크렘린 "조약 따라 북한에 군사 지원 가능"…파병 시인 하루 만', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'authors', '정하윤', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'tags', '북한', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'tags', '러시아', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topics', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topics', 'russia-dprk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.topic', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.topic', 'russia-dprk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.topic', 'ukraine-war', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.score', NULL, 8.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.score', NULL, 0.72);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '북한', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '대통령실', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '평양', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '국방부', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '크렘린', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '조약', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '군사', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '지원', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '파병', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '러시아', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '체결', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '북러', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '쿠르스크', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '병력', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '보낸', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '서명', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '동반자', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '관계', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '전쟁', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '원조', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '제공', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '군인', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '영웅', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.terms', '전투', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.about', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.about', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.rule_version', '005ae075b71e', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.rule_version', 'f13954aa4957', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'topic_hits.rule_version', '6df9252ab492', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'url.full', 'http://www.hangang-ilbo.example/article/view.php?idxno=204881', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'url.original', 'http://www.hangang-ilbo.example/article/view.php?idxno=204881', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'url.domain', 'www.hangang-ilbo.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'url.registered_domain', 'hangang-ilbo.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'outlet.id', 'hangang-ilbo', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'outlet.name', '한강일보', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'outlet.country', 'KR', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'feed.id', 'hangang-ilbo', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'feed.url', 'http://www.hangang-ilbo.example/rss/allArticle.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'language.code', 'ko', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'language.confidence', NULL, 0.99);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'language.source', 'script', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'story.id', '0fb641dfefe1acf21267acb86fbefe46', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'story.outlets', 'hangang-ilbo', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'story.event_id', 'b3eb8bc9d2d5697e2dd1746b3f0e68ab', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'content.hash', '39f73868074f94759ebe52288e8c2555b348f43cfcde08680b49fb90f1678c29', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'content.words', NULL, 178.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'extraction.method', 'trafilatura-0+1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (1, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, '@timestamp', NULL, 1795547460000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'published.at', NULL, 1795547460000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'title.raw', 'Россия и Китай сверили график строительства газопровода', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'authors', 'Наталья Ермолина', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'tags', 'экономика', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'tags', 'Китай', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topics', 'russia-china', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.topic', 'russia-china', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.score', NULL, 6.35);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'Россия', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'Китай', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'строительства', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'газопровода', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'договорились', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'поставки', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'юанях', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'газа', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'переговоров', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'Российская', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'китайская', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'рабочие', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'встреча', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'Харбине', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'подписанием', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'протокола', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'протокол', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'российская', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'Самарской', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'работают', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'Торговый', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'нефть', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'автомобилей', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'покупателем', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'российского', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'Пекин', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'подписал', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.terms', 'поставщиками', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.about', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'topic_hits.rule_version', '0df0967ee88d', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'url.full', 'http://volzhsky-vestnik.example/news/70108.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'url.original', 'http://volzhsky-vestnik.example/news/70108.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'url.domain', 'volzhsky-vestnik.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'url.registered_domain', 'volzhsky-vestnik.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'outlet.id', 'volzhsky-vestnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'outlet.name', 'Волжский вестник', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'outlet.country', 'RU', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'outlet.kind', 'regional', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'feed.id', 'volzhsky-vestnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'feed.url', 'http://volzhsky-vestnik.example/export/rss.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'language.code', 'ru', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'story.id', '20a463e16ec9a7ba7b2563f753b4f250', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'story.outlets', 'volzhsky-vestnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'story.event_id', '88535dbc470d14faeea17af7f767a5db', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'content.hash', '4face023d5a55555994d943e876851b5a1fe551b5867e5fe3552c57c8ccc6723', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'content.words', NULL, 153.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'extraction.method', 'trafilatura-1+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (4, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, '@timestamp', NULL, 1795467360000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'published.at', NULL, 1795467360000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'title.raw', 'Kim''s last throw: the coach who built a judo club in a fish market', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'authors', 'Priya Nandakumar', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'tags', 'sport', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'tags', 'judo', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'url.full', 'http://www.harbour-courier.example/news/kim-judo-coach', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'url.original', 'http://www.harbour-courier.example/news/kim-judo-coach', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'url.domain', 'www.harbour-courier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'url.registered_domain', 'harbour-courier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'outlet.id', 'harbour-courier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'outlet.name', 'The Harbour Courier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'outlet.country', 'GB', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'feed.id', 'harbour-courier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'feed.url', 'http://www.harbour-courier.example/rss.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'language.code', 'en', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'story.id', '2706bb5cbfca7f1ee39e032cb163fb30', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'story.outlets', 'harbour-courier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'story.event_id', '7a22d31104f03315b87f6f8e9815d1b8', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'content.hash', 'a57a681f8134798084ff18e3bfc9de34abbb2c5b9beb2556a56bc2b801dd7846', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'content.words', NULL, 203.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'extraction.method', 'trafilatura-0+1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'rights.robots', 'allowed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (6, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, '@timestamp', NULL, 1795513560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'published.at', NULL, 1795513560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'title.raw', 'Handball : Villefranche renverse Chambéry et prend la tête', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'authors', 'Malik Benhaddou', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'tags', 'sport', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'tags', 'handball', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'url.full', 'http://www.gazette-rhone.example/actualites/handball-villefranche.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'url.original', 'http://www.gazette-rhone.example/actualites/handball-villefranche.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'url.domain', 'www.gazette-rhone.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'url.registered_domain', 'gazette-rhone.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'outlet.id', 'gazette-rhone', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'outlet.name', 'La Gazette du Rhône', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'outlet.country', 'FR', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'feed.id', 'gazette-rhone', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'feed.url', 'http://www.gazette-rhone.example/rss/une.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'language.code', 'fr', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'story.id', '3fbcd44d5034b0954ec50e49b19bcb40', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'story.outlets', 'gazette-rhone', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'story.event_id', '33bfaf32ce2a4cf457891e5330b1b6eb', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'content.hash', '2e33f55399ec2424109c3e0f332a1cad374d9997e8da3dea631d75ae01e497dc', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'content.words', NULL, 205.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'extraction.method', 'trafilatura-0+1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'rights.robots', 'allowed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (9, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, '@timestamp', NULL, 1795324560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'published.at', NULL, 1795324560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'title.raw', 'Le courrier traverse de nouveau le lac en bateau à vapeur', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'authors', 'Julien Perrinjaquet', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'tags', 'lac', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'tags', 'patrimoine', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'url.full', 'http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'url.original', 'http://www.tribune-leman.example/vaud/bateau-savoie-courrier-20359', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'url.domain', 'www.tribune-leman.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'url.registered_domain', 'tribune-leman.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'outlet.id', 'tribune-leman', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'outlet.name', 'La Tribune du Léman', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'outlet.country', 'CH', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'feed.id', 'tribune-leman', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'feed.url', 'http://www.tribune-leman.example/rss', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'language.code', 'fr', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'story.id', 'd37e1fa4e9361c8fb394822ff865b973', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'story.outlets', 'tribune-leman', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'story.event_id', '3829ad7207e0fe15c6f581d503b5c295', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'content.hash', 'f54aace4efc3a8a37fbd532311ae04b318276f8e8002706baded451fa6379384', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'content.words', NULL, 185.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'extraction.method', 'trafilatura-0+1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (10, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, '@timestamp', NULL, 1795546560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'published.at', NULL, 1795546560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'title.raw', 'Мурманские рыбаки выбрали половину годовой квоты трески', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'authors', 'Степан Вольнов', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'tags', 'рыба', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'url.full', 'http://www.polyarnik.example/article/rybaki-treska', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'url.original', 'http://www.polyarnik.example/article/rybaki-treska', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'url.domain', 'www.polyarnik.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'url.registered_domain', 'polyarnik.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'outlet.id', 'polyarnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'outlet.name', 'Полярник', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'outlet.country', 'RU', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'outlet.kind', 'regional', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'feed.id', 'polyarnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'feed.url', 'http://www.polyarnik.example/atom', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'language.code', 'ru', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'story.id', '094f68880186b489ff2f672bf9c5b8a3', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'story.outlets', 'polyarnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'story.event_id', 'd9f200f9a4aa6c4da78706ca80c62257', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'content.hash', 'd83bf034b57b16062961f4d9537faedd744710d11ee812d78af8656b53ca6c88', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'content.words', NULL, 142.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'extraction.method', 'trafilatura-4+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (12, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, '@timestamp', NULL, 1795488960000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'published.at', NULL, 1795488960000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'title.raw', 'La glace a quitté le lac Tremblant neuf jours plus tôt que d’habitude', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'authors', 'Jean-François Ouellet', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'tags', 'climat', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'url.full', 'http://courrier-laurentides.example/nouvelles/lac-glace-calage/', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'url.original', 'http://courrier-laurentides.example/nouvelles/lac-glace-calage/', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'url.domain', 'courrier-laurentides.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'url.registered_domain', 'courrier-laurentides.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'outlet.id', 'courrier-laurentides', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'outlet.name', 'Le Courrier des Laurentides', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'outlet.country', 'CA', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'outlet.kind', 'regional', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'feed.id', 'courrier-laurentides', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'feed.url', 'http://courrier-laurentides.example/nouvelles/index.json', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'language.code', 'fr', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'story.id', 'e25cb1aacdae35a04073586f0d0b640a', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'story.outlets', 'courrier-laurentides', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'story.event_id', 'b1e8e37c159d3e30e237a5e03f5310b3', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'content.hash', '22e60bdf1486e6de1210dcff639f6b789ad9295b8fbfd96349d71088326d8e85', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'content.words', NULL, 145.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'extraction.method', 'trafilatura', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (17, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, '@timestamp', NULL, 1795495260000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'published.at', NULL, 1795495260000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'title.raw', 'Remis im Regen: Dresden verpasst den vorzeitigen Aufstieg', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'authors', 'Ronny Pietsch', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'tags', 'Fußball', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'url.full', 'http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'url.original', 'http://www.elbe-kurier.example/sport/dynamo-aufstieg-regen-91799.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'url.domain', 'www.elbe-kurier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'url.registered_domain', 'elbe-kurier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'outlet.id', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'outlet.name', 'Elbe-Kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'outlet.country', 'DE', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'feed.id', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'feed.url', 'http://www.elbe-kurier.example/feed/atom.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'language.code', 'de', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'story.id', '99d5a338454c2bf92bfc369fc2db4d6f', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'story.outlets', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'story.event_id', '7c6fb9b564fcc5662c5f0bf2cc8b0b2f', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'content.hash', 'bba799a777397188eeabda0a8c53576049dc7cae475285d525951422c66aa68e', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'content.words', NULL, 138.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'extraction.method', 'trafilatura-2+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'rights.robots', 'allowed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (18, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, '@timestamp', NULL, 1795528560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'published.at', NULL, 1795528560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'title.raw', '강릉 커피 거리, 일회용 컵 없이 한 달', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'authors', '차민서', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'tags', '환경', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'tags', '강릉', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'topic_hits.topic', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'topic_hits.score', NULL, 2.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'topic_hits.terms', '라진', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'topic_hits.about', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'topic_hits.rule_version', '005ae075b71e', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'url.full', 'http://dongbu-sinmun.example/news/articleView.html?idxno=88120', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'url.original', 'http://dongbu-sinmun.example/news/articleView.html?idxno=88120', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'url.domain', 'dongbu-sinmun.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'url.registered_domain', 'dongbu-sinmun.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'outlet.id', 'dongbu-sinmun', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'outlet.name', '동부신문', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'outlet.country', 'KR', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'outlet.kind', 'regional', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'feed.id', 'dongbu-sinmun', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'feed.url', 'http://dongbu-sinmun.example/atom.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'language.code', 'ko', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'language.confidence', NULL, 0.99);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'language.source', 'script', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'story.id', '3f190d37753a3b88a350de8d970c4f77', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'story.outlets', 'dongbu-sinmun', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'story.event_id', 'bb05bb78cd454bf0ddf276791600e362', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'content.hash', 'b87595d6c31aa68dbdc7c210035696ba763bf83721d028bf74d3aceb38360683', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'content.words', NULL, 120.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'extraction.method', 'trafilatura', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (19, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, '@timestamp', NULL, 1795216260000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'published.at', NULL, 1795216260000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'indexed_at', NULL, 1795574055794.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'title.raw', 'Sale de Burgos un convoy con cien generadores para hospitales de Ucrania', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'authors', 'Tomás Arévalo', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'tags', 'Ucrania', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'tags', 'solidaridad', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topics', 'ukraine-war', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.topic', 'ukraine-war', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.score', NULL, 5.8);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'Ucrania', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'Járkov', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'Sumi', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'Zaporiyia', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'bombardeos', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'red eléctrica', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'ataques', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'rusos', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'misiles', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'drones', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'ucranianas', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.terms', 'frente', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.about', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'topic_hits.rule_version', '6df9252ab492', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'url.full', 'http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'url.original', 'http://www.diario-meseta.example/castilla/ayuda-ucrania-generadores/', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'url.domain', 'www.diario-meseta.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'url.registered_domain', 'diario-meseta.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'outlet.id', 'diario-meseta', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'outlet.name', 'El Diario de la Meseta', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'outlet.country', 'ES', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'feed.id', 'diario-meseta', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'feed.url', 'http://www.diario-meseta.example/rss/portada.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'language.code', 'es', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'story.id', '236fe1458ed8a8a3c2f7bcd1270bdfd9', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'story.outlets', 'diario-meseta', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'story.event_id', '70c925da8dcbb1bc1cec97c746b04a3d', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'content.hash', '006ecc05279fff544d10388a2d7d4d4450cff80d032feb71a4930a6ebea284a2', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'content.words', NULL, 172.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'extraction.method', 'trafilatura', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (21, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, '@timestamp', NULL, 1795122000000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'published.at', NULL, 1795122000000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'published.source', 'htmldate', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'indexed_at', NULL, 1795574055794.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'title.raw', 'Порт Лиинахамари: каким он будет через десять лет', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'authors', 'Лидия Ярцева', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'tags', 'город', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'url.full', 'http://www.polyarnik.example/article/buduschee-porta', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'url.original', 'http://www.polyarnik.example/article/buduschee-porta', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'url.domain', 'www.polyarnik.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'url.registered_domain', 'polyarnik.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'outlet.id', 'polyarnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'outlet.name', 'Полярник', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'outlet.country', 'RU', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'outlet.kind', 'regional', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'feed.id', 'polyarnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'feed.url', 'http://www.polyarnik.example/atom', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'language.code', 'ru', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'story.id', '034188a4b434f508cda6a5c3fd575126', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'story.outlets', 'polyarnik', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'story.event_id', 'cff3ed5c7d17db4deaa9b04c4e45a52f', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'content.hash', 'c689c87dd8681406a41224243c6c2c8d300079eaa5c0017831ec35bb9f53be41', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'content.words', NULL, 129.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'extraction.method', 'trafilatura-4+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (24, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, '@timestamp', NULL, 1795565460000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'published.at', NULL, 1795565460000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'indexed_at', NULL, 1795574055794.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'title.raw', 'Kreml bestätigt mögliche Militärhilfe für Nordkorea', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'authors', 'Jakob Lindner', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'tags', 'Russland', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'tags', 'Nordkorea', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topics', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topics', 'russia-dprk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.topic', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.topic', 'russia-dprk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.topic', 'ukraine-war', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.score', NULL, 7.25);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.score', NULL, 6.875);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.score', NULL, 0.75);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Nordkorea', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Pjöngjang', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'nordkoreanischen', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Südkoreas', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Geheimdienst', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'nordkoreanische', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Kreml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Militärhilfe', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Russland', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'militärische', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Hilfe', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Kremls', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Moskau', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Vertrag', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Partnerschaft', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'unterzeichnet', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Vertrags', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Militärkommission', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Arbeiterpartei', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Soldaten', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'russischen', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Kursk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'gekämpft', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Entsandten', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'gefallen', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'Denkmal', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.terms', 'reist', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.about', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.about', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.rule_version', '005ae075b71e', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.rule_version', 'f13954aa4957', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'topic_hits.rule_version', '6df9252ab492', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'url.full', 'http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'url.original', 'http://www.elbe-kurier.example/politik/kreml-nordkorea-militaerhilfe-91823.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'url.domain', 'www.elbe-kurier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'url.registered_domain', 'elbe-kurier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'outlet.id', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'outlet.name', 'Elbe-Kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'outlet.country', 'DE', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'feed.id', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'feed.url', 'http://www.elbe-kurier.example/feed/atom.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'language.code', 'de', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'story.id', '20327624a701a487029961bf45ec32c1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'story.outlets', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'story.event_id', '0604d810716c4f2cf71081707bc2c4e7', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'content.hash', '8ed13f8bbf38349af645b0046d794912126c1cb20eb604e6676dfa3140ceef4d', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'content.words', NULL, 187.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'extraction.method', 'trafilatura-2+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'rights.robots', 'allowed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (25, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, '@timestamp', NULL, 1795435860000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'published.at', NULL, 1795435860000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'indexed_at', NULL, 1795574055794.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'title.raw', '北朝鮮が短距離弾道ミサイル2発を発射 日本のEEZ外に落下か', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'authors', '社会部 浜口千尋', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topics', 'dprk-weapons', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topics', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.topic', 'dprk-weapons', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.topic', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.score', NULL, 5.475);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.terms', '北朝鮮', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.terms', '弾道', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.terms', 'ミサイル', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.terms', '発射', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.terms', '固体燃料', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.about', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.rule_version', '07debb9358cf', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'topic_hits.rule_version', '005ae075b71e', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'url.full', 'http://www.minato-shimbun.example/articles/55188', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'url.original', 'http://www.minato-shimbun.example/articles/55188', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'url.domain', 'www.minato-shimbun.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'url.registered_domain', 'minato-shimbun.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'outlet.id', 'minato-shimbun', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'outlet.name', 'みなと新聞', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'outlet.country', 'JP', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'feed.id', 'minato-shimbun', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'feed.url', 'http://www.minato-shimbun.example/index.rdf', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'language.code', 'ja', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'language.confidence', NULL, 0.99);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'language.source', 'script', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'story.id', 'b4796240bd67f65f23b887bde911a4e5', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'story.outlets', 'minato-shimbun', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'story.event_id', '06c7e7ea0fade0fcf65187185c6da358', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'content.hash', '7b29a17aa27ceb01c3707b210d036511e77e5b09a9e82bc7bda0ed334682f8c3', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'content.words', NULL, 233.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'extraction.method', 'trafilatura-1+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (33, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, '@timestamp', NULL, 1795316460000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'published.at', NULL, 1795316460000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'indexed_at', NULL, 1795574057227.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'title.raw', 'Ferry operator names new chief executive', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'authors', 'Northwire staff', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'tags', 'business', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'url.full', 'http://northwire.example/a/correction-desk-moved', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'url.original', 'http://northwire.example/a/correction-desk-moved', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'url.domain', 'northwire.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'url.registered_domain', 'northwire.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'outlet.id', 'northwire', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'outlet.name', 'Northwire', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'outlet.country', 'US', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'outlet.kind', 'agency', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'feed.id', 'northwire', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'feed.url', 'http://northwire.example/feed.json', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'language.code', 'en', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'story.id', 'ba1f6686b4742a8204bfe8357f2a1d74', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'story.outlets', 'northwire', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'story.event_id', '593952d2290d5b3a5216006349d8a986', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'content.hash', '973aa35ed04a5f11edda20492b463fde1c4d03157ae283fca4b02a756262b7e6', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'content.words', NULL, 8.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'extraction.status', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'extraction.method', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (45, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, '@timestamp', NULL, 1795370160000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'published.at', NULL, 1795370160000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'indexed_at', NULL, 1795574057227.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'title.raw', 'Members'' briefing: what the spring tides will do to the old quay', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'authors', 'Priya Nandakumar', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'tags', 'local', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'url.full', 'http://www.harbour-courier.example/members/briefing-spring-tides', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'url.original', 'http://www.harbour-courier.example/members/briefing-spring-tides', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'url.domain', 'www.harbour-courier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'url.registered_domain', 'harbour-courier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'outlet.id', 'harbour-courier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'outlet.name', 'The Harbour Courier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'outlet.country', 'GB', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'feed.id', 'harbour-courier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'feed.url', 'http://www.harbour-courier.example/rss.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'language.code', 'en', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'story.id', '6304eb78cb908cf9abb44cf4ad891c7c', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'story.outlets', 'harbour-courier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'story.event_id', '06356d103154d7cebc661841de786ad0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'content.hash', 'aeb172f4b2debe57b64a553db8fa959aa6c13687393d3f0c99ed6195b5722a41', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'content.words', NULL, 14.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'extraction.status', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'extraction.method', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'rights.robots', 'disallowed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (53, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, '@timestamp', NULL, 1795204560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'published.at', NULL, 1795204560000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'indexed_at', NULL, 1795574057227.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'title.raw', 'Gewinnspiel: Karten für die Filmnächte', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'authors', 'Leserservice', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'tags', 'Service', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'url.full', 'http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'url.original', 'http://www.elbe-kurier.example/service/gewinnspiel-abgelaufen-91700.html', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'url.domain', 'www.elbe-kurier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'url.registered_domain', 'elbe-kurier.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'outlet.id', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'outlet.name', 'Elbe-Kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'outlet.country', 'DE', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'feed.id', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'feed.url', 'http://www.elbe-kurier.example/feed/atom.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'language.code', 'de', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'story.id', 'bfce1d8b3a9a457718989450f36ac1df', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'story.outlets', 'elbe-kurier', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'story.event_id', '8da717e3e14839405c8e27ec347162e6', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'content.hash', 'e3b44abb56e539666bc84b6c20681c23fe54c6f04acfea70400feb0ad339543e', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'content.words', NULL, 8.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'extraction.status', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'extraction.method', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'rights.robots', 'allowed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (58, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, '@timestamp', NULL, 1795562160000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'published.at', NULL, 1795562160000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'title.raw', '« En cas de nécessité » : Moscou se dit prêt à aider militairement Pyongyang', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'authors', 'L’Observateur du soir avec AFI', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'tags', 'Russie', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'tags', 'Corée du Nord', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'tags', 'défense', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topics', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topics', 'russia-dprk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.topic', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.topic', 'russia-dprk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.topic', 'ukraine-war', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.score', NULL, 7.4);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.score', NULL, 7.1);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.score', NULL, 2.26);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'Pyongyang', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'nord-coréens', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'Corée du Nord', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'nord-coréenne', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'Séoul', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'ministère', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'gouvernement sud-coréen', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'Moscou', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'aider', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'militairement', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'Kremlin', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'traité', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'soldats', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'soldats nord-coréens', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'Koursk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'Russie', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'aide', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'militaire', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'russe', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'partenariat', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'signataire', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'saluant', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'combattants', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'monument', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'troupes', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'échange', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'livre', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'technologies', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'signal', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'délégation', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.terms', 'héroïques', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.about', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.about', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.rule_version', '005ae075b71e', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.rule_version', 'f13954aa4957', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'topic_hits.rule_version', '6df9252ab492', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'url.full', 'http://observateur-soir.example/international/moscou-pyongyang-assistance', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'url.original', 'http://observateur-soir.example/international/moscou-pyongyang-assistance', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'url.domain', 'observateur-soir.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'url.registered_domain', 'observateur-soir.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'outlet.id', 'observateur-soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'outlet.name', 'L’Observateur du soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'outlet.country', 'FR', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'feed.id', 'observateur-soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'feed.url', 'http://observateur-soir.example/flux/a-la-une.atom', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'language.code', 'fr', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'story.id', '0425007396457c196f3b5a4d87b34618', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'story.size_at_index', NULL, 3.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'story.is_first', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'story.outlets', 'gazette-rhone', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'story.outlets', 'observateur-soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'story.outlets', 'fil-littoral', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'story.outlets', 'courrier-laurentides', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'story.event_id', '4fac8fac3751ebc8358ae8fecfd3a5b7', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'content.hash', 'be031ac18567cb3bae9b60d2cfec605e8798a71edfc08e679fabcf34a844017d', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'content.words', NULL, 247.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'extraction.method', 'trafilatura-1+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'rights.robots', 'allowed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (11, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, '@timestamp', NULL, 1795564260000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'published.at', NULL, 1795564260000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'indexed_at', NULL, 1795574053878.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'title.raw', 'Corée du Nord : une aide militaire russe jugée possible par le Kremlin', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'authors', 'AFI', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'tags', 'monde', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topics', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topics', 'russia-dprk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.topic', 'korean-peninsula', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.topic', 'russia-dprk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.topic', 'ukraine-war', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.score', NULL, 6.5);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.score', NULL, 6.125);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.score', NULL, 1.825);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'Corée du Nord', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'Pyongyang', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'nord-coréenne', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'Séoul', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'ministère', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'gouvernement sud-coréen', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'aide', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'militaire', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'russe', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'Kremlin', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'Russie', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'soldats', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'Koursk', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'traité', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'partenariat', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'signataire', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'saluant', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'combattants', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'monument', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'troupes', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'échange', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'Moscou', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'livre', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'technologies', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.terms', 'héroïques', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.about', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.about', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.rule_version', '005ae075b71e', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.rule_version', 'f13954aa4957', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'topic_hits.rule_version', '6df9252ab492', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'url.full', 'http://www.fil-littoral.example/?p=4812', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'url.original', 'http://www.fil-littoral.example/?p=4812', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'url.domain', 'www.fil-littoral.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'url.registered_domain', 'fil-littoral.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'outlet.id', 'fil-littoral', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'outlet.name', 'Le Fil du littoral', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'outlet.country', 'FR', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'outlet.kind', 'online', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'feed.id', 'fil-littoral', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'feed.url', 'http://www.fil-littoral.example/feed/', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'language.code', 'fr', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'story.id', '0425007396457c196f3b5a4d87b34618', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'story.size_at_index', NULL, 3.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'story.is_first', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'story.outlets', 'gazette-rhone', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'story.outlets', 'observateur-soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'story.outlets', 'fil-littoral', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'story.outlets', 'courrier-laurentides', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'story.event_id', '4fac8fac3751ebc8358ae8fecfd3a5b7', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'content.hash', '8f1656b7f23f1850ca6886f46a201c847c0cd7a679350210cd9156bf775234e8', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'content.words', NULL, 191.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'extraction.method', 'trafilatura-4+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (2, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, '@timestamp', NULL, 1795377360000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'published.at', NULL, 1795377360000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'indexed_at', NULL, 1795574058562.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'title.raw', 'An artichoke is a thistle that somebody loved', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'authors', 'Rosalind Peake', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'tags', 'food', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'tags', 'garden', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'url.full', 'http://fieldnotes.example/311/artichoke-allotment', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'url.original', 'http://fieldnotes.example/311/artichoke-allotment', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'url.domain', 'fieldnotes.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'url.registered_domain', 'fieldnotes.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'outlet.id', 'fieldnotes', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'outlet.name', 'Fieldnotes Weekly', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'outlet.country', 'IE', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'outlet.kind', 'magazine', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'feed.id', 'fieldnotes', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'feed.url', 'http://fieldnotes.example/atom.xml', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'language.code', 'en', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'story.id', '8a74cdd938a5ccbbc487bea09596b0c7', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'story.outlets', 'fieldnotes', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'story.event_id', 'e8cf70fcdab7ac13488edf4898adda16', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'content.hash', 'e0907973a45f4f3025f389bd82d8f4840bfaafb26278f1b708adb91b01d89f29', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'content.words', NULL, 180.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'extraction.status', 'full', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'extraction.method', 'trafilatura-1+0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'pipeline.version', '0.1.0', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'rights.robots', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (68, 'rights.tdm', 'none', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, '@timestamp', NULL, 1795301760000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'published.at', NULL, 1795301760000.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'published.source', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'first_seen_at', NULL, 1795574033404.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'indexed_at', NULL, 1795574058562.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'title.raw', 'Le carnet des lecteurs : vos meilleures adresses au bord de l’eau', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'authors', 'La rédaction', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'tags', 'loisirs', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'url.full', 'http://observateur-soir.example/flux/a-la-une.atom#entry=01732619678214ef', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'url.original', 'http://observateur-soir.example/flux/a-la-une.atom#entry=01732619678214ef', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'url.domain', 'observateur-soir.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'url.registered_domain', 'observateur-soir.example', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'outlet.id', 'observateur-soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'outlet.name', 'L’Observateur du soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'outlet.country', 'FR', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'outlet.kind', 'daily', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'feed.id', 'observateur-soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'feed.url', 'http://observateur-soir.example/flux/a-la-une.atom', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'language.code', 'fr', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'language.confidence', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'language.source', 'text', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'story.id', '356d8f423f715bb767999262b7d6a479', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'story.size_at_index', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'story.is_first', NULL, 1.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'story.outlets', 'observateur-soir', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'story.event_id', '79b43f2fc425c386319d4965235f6a5a', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'content.hash', '9d04408051b4634639c2dce476aac023cfd4decbaa8f4e298e7ad6a6407f2cbe', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'content.words', NULL, 16.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'content.truncated', NULL, 0.0);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'extraction.status', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'extraction.method', 'feed', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'extraction.version', '1', NULL);
INSERT INTO "index_values_1" (doc, field, text, number) VALUES (71, 'pipeline.version', '0.1.0', NULL);
