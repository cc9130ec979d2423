BEGIN TRANSACTION;
CREATE TABLE "academic_affiliation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "name" varchar(200) NOT NULL, "url" varchar(500) NOT NULL, "profile_id" bigint NOT NULL REFERENCES "academic_profile" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "academic_affiliation" VALUES(1,0,'LIVIA, École de technologie supérieure (ÉTS), Montreal','https://liviamtl.ca/',1);
CREATE TABLE "academic_cventry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "visibility" varchar(10) NOT NULL, "publish_at" datetime NULL, "expire_at" datetime NULL, "created" datetime NOT NULL, "updated" datetime NOT NULL, "section" varchar(20) NOT NULL, "title" varchar(300) NOT NULL, "lang" varchar(10) NOT NULL, "organisation" varchar(300) NOT NULL, "place" varchar(200) NOT NULL, "detail" varchar(300) NOT NULL, "period" varchar(50) NOT NULL, "start_year" smallint unsigned NULL CHECK ("start_year" >= 0), "start_month" smallint unsigned NULL CHECK ("start_month" >= 0), "end_year" smallint unsigned NULL CHECK ("end_year" >= 0), "end_month" smallint unsigned NULL CHECK ("end_month" >= 0), "is_ongoing" bool NOT NULL, "text" text NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0));
INSERT INTO "academic_cventry" VALUES(1,'public',NULL,NULL,'2026-11-26 20:40:04.200804','2026-11-26 20:40:04.200840','education','PhD in computer science','','INSA Rouen Normandie, LITIS lab','Rouen','Supervised by Sébastien Adam (director), Clément Chatelain and Romain Hérault','',2014,10,2018,7,0,'',0);
INSERT INTO "academic_cventry" VALUES(2,'public',NULL,NULL,'2026-11-26 20:40:04.216220','2026-11-26 20:40:04.216267','teaching','GPA671 : Introduction à l''intelligence artificielle','fr','École de technologie supérieure (ÉTS)','Montreal','Undergraduate','Fall 2022',2022,NULL,NULL,NULL,0,'',0);
INSERT INTO "academic_cventry" VALUES(3,'public',NULL,NULL,'2026-11-26 20:40:04.217943','2026-11-26 20:40:04.217973','teaching','SYS843 Réseaux de neurones et systèmes flous','fr','École de technologie supérieure (ÉTS)','Montreal','Graduate','Fall 2021',2021,NULL,NULL,NULL,0,'',0);
INSERT INTO "academic_cventry" VALUES(4,'public',NULL,NULL,'2026-11-26 20:40:04.232237','2026-11-26 20:40:04.232280','teaching','SYS866 Sujets spéciaux II : génie de la production automatisée (modèles profonds)','fr','École de technologie supérieure (ÉTS)','Montreal','Graduate','Winter 2020',2020,NULL,NULL,NULL,0,'',0);
INSERT INTO "academic_cventry" VALUES(5,'public',NULL,NULL,'2026-11-26 20:40:04.234001','2026-11-26 20:40:04.234029','teaching','Deep learning','','INSA Rouen Normandie','Rouen','Graduate, course and practicum, with Romain Hérault','',2016,NULL,2017,NULL,0,'',0);
INSERT INTO "academic_cventry" VALUES(6,'public',NULL,NULL,'2026-11-26 20:40:04.235408','2026-11-26 20:40:04.235437','teaching','Introduction to computational data analysis','','INSA Rouen Normandie','Rouen','Undergraduate, practicum, with Stéphane Canu and Samia Ainouz','',2016,NULL,2017,NULL,0,'',1);
INSERT INTO "academic_cventry" VALUES(7,'public',NULL,NULL,'2026-11-26 20:40:04.249581','2026-11-26 20:40:04.249620','teaching','Algorithmics and advanced C programming','','INSA Rouen Normandie','Rouen','Graduate, practicum, with Nicolas Delestre and Géraldine Del Mondo','',2015,NULL,2016,NULL,0,'',0);
INSERT INTO "academic_cventry" VALUES(8,'public',NULL,NULL,'2026-11-26 20:40:04.251192','2026-11-26 20:40:04.251223','service','PhD students'' representative','','LITIS laboratory council','','','',2016,1,2018,2,0,'',0);
INSERT INTO "academic_cventry" VALUES(9,'public',NULL,NULL,'2026-11-26 20:40:04.273132','2026-11-26 20:40:04.273171','service','Secretary and webmaster','','ADDED (association of doctoral students and doctors)','Rouen & Le Havre','','',2016,3,2017,11,0,'',0);
INSERT INTO "academic_cventry" VALUES(10,'public',NULL,NULL,'2026-11-26 20:40:04.274665','2026-11-26 20:40:04.274694','service','Organisation of the PhD days','','','','','2016 (Le Havre) and 2017 (Rouen)',2016,NULL,2017,NULL,0,'',0);
CREATE TABLE "academic_document" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "title" varchar(200) NOT NULL, "path" varchar(300) NULL UNIQUE, "content_type" varchar(100) NOT NULL, "size" bigint unsigned NOT NULL CHECK ("size" >= 0), "created" datetime NOT NULL);
CREATE TABLE "academic_homeblock" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "kind" varchar(50) NOT NULL, "title" varchar(200) NOT NULL, "options" text NOT NULL CHECK ((JSON_VALID("options") OR "options" IS NULL)), "is_shown" bool NOT NULL);
INSERT INTO "academic_homeblock" VALUES(1,0,'bio','','{}',1);
INSERT INTO "academic_homeblock" VALUES(2,1,'interests','Research Interests','{}',1);
INSERT INTO "academic_homeblock" VALUES(3,2,'text','','{"body": "List of projects: [Page](/all-projects/)."}',1);
INSERT INTO "academic_homeblock" VALUES(4,3,'news','News','{"limit": 50}',1);
INSERT INTO "academic_homeblock" VALUES(5,4,'publication','Phd','{"body": "My PhD in computer science took me to the [Institut National des Sciences Appliqu\u00e9es de Rouen Normandie](http://www.insa-rouen.fr/en) (INSA Rouen Normandie), where I worked at the [LITIS lab](http://www.litislab.fr/), in its [Apprentissage (Learning) team](http://www.litislab.fr/equipe/docapp/), from Oct. 2014 to Jul. 2018. I was lucky with my supervisors: [Prof. S\u00e9bastien Adam](http://pagesperso.litislab.fr/sebadam/) (director), [Cl\u00e9ment Chatelain](http://pagesperso.litislab.fr/cchatelain/), and [Romain H\u00e9rault](https://asi.insa-rouen.fr/enseignants/~rherault/pelican/). The thesis asks how a neural network can learn from a handful of examples without merely memorising them; its answer is to guide the representations that the network builds along the way.", "publication": 19}',1);
CREATE TABLE "academic_interest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "name" varchar(200) NOT NULL, "profile_id" bigint NOT NULL REFERENCES "academic_profile" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "academic_interest" VALUES(1,0,'Machine learning',1);
INSERT INTO "academic_interest" VALUES(2,1,'Neural networks',1);
INSERT INTO "academic_interest" VALUES(3,2,'Representation learning',1);
INSERT INTO "academic_interest" VALUES(4,3,'Weakly supervised learning',1);
INSERT INTO "academic_interest" VALUES(5,4,'Interpretable machine learning',1);
CREATE TABLE "academic_link" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" bigint unsigned NOT NULL CHECK ("object_id" >= 0), "position" integer unsigned NOT NULL CHECK ("position" >= 0), "label" varchar(100) NOT NULL, "url" varchar(2000) NOT NULL, "origin" varchar(10) NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NULL REFERENCES "academic_document" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" bigint NULL REFERENCES "academic_page" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "link_leads_to_one_thing" CHECK (((NOT ("url" = '') AND "document_id" IS NULL AND "page_id" IS NULL) OR ("page_id" IS NULL AND "url" = '' AND "document_id" IS NOT NULL) OR ("document_id" IS NULL AND "url" = '' AND "page_id" IS NOT NULL))));
INSERT INTO "academic_link" VALUES(1,2,0,'Code','https://github.com/sbelharbi/sr-caco-2','hand',13,NULL,NULL);
INSERT INTO "academic_link" VALUES(2,2,1,'arXiv','https://arxiv.org/pdf/2406.09168','hand',13,NULL,NULL);
INSERT INTO "academic_link" VALUES(3,2,2,'Download Dataset','https://github.com/sbelharbi/sr-caco-2?tab=readme-ov-file#download-sr-caco-2','hand',13,NULL,NULL);
INSERT INTO "academic_link" VALUES(4,3,0,'Slides','https://sbelharbi.github.io/publications/icpr-tutorial-wsl-2022/slides.pdf','hand',13,NULL,NULL);
INSERT INTO "academic_link" VALUES(5,1,0,'arXiv','https://arxiv.org/pdf/2501.12632','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(6,1,1,'Code','https://github.com/shakeebmurtaza/TeDLOC','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(7,2,0,'arXiv','https://arxiv.org/pdf/2303.09044','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(8,2,1,'Code','https://github.com/sbelharbi/colo-cam','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(9,3,0,'arXiv','https://arxiv.org/pdf/2404.10034','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(10,3,1,'Code','https://github.com/shakeebmurtaza/wsol_model_selection','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(11,4,0,'arXiv','https://arxiv.org/pdf/2406.09168','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(12,4,1,'Code','https://github.com/sbelharbi/sr-caco-2','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(13,4,2,'Download Dataset','https://github.com/sbelharbi/sr-caco-2?tab=readme-ov-file#download-sr-caco-2','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(14,4,3,'Page','/sr-caco-2/','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(15,5,0,'arXiv','https://arxiv.org/pdf/2407.12927','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(16,5,1,'Code text-based','https://github.com/nicolas-richet/feature-vs-text-compound-emotion','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(17,5,2,'Code feature-based','https://github.com/sbelharbi/feature-vs-text-compound-emotion','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(18,6,0,'arXiv','https://arxiv.org/pdf/2404.19113','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(19,6,1,'Code','https://github.com/AlexisGuichemerreCode/survey_hist_wsol_sfda','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(20,7,0,'arXiv','https://arxiv.org/pdf/2403.10488','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(21,7,1,'Code','https://github.com/PoloWlg/Joint-Multimodal-Transformer-6th-ABAW','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(22,8,0,'arXiv','https://arxiv.org/pdf/2402.00281','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(23,8,1,'Code','https://github.com/sbelharbi/interpretable-fer-aus','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(24,9,0,'arXiv','https://arxiv.org/pdf/2401.15489','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(25,9,1,'Code','https://github.com/haseebaslam95/PKDOT','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(26,10,0,'arXiv','https://arxiv.org/pdf/2312.05632','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(27,10,1,'Code','https://github.com/osamazeeshan/Subject-Based-Domain-Adaptation-for-FER','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(28,11,0,'arXiv','https://arxiv.org/pdf/2310.06196','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(29,11,1,'Code','https://github.com/shakeebmurtaza/dips','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(30,12,0,'Webpage','https://www.melba-journal.org/papers/2023:004.html','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(31,12,1,'PDF','https://www.melba-journal.org/pdf/2023:004.pdf','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(32,12,2,'Code','https://github.com/jeromerony/survey_wsl_histology','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(33,12,3,'MIDL2023 poster','https://sbelharbi.github.io/publications/2023/poster-midl-2023.pdf','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(34,13,0,'arXiv','https://arxiv.org/pdf/2209.09209','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(35,13,1,'Code','https://github.com/shakeebmurtaza/dips','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(36,14,0,'arXiv','https://arxiv.org/pdf/2208.14542','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(37,14,1,'Code','https://github.com/sbelharbi/tcam-wsol-video','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(38,15,0,'arXiv','https://arxiv.org/pdf/2209.09195','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(39,15,1,'Code','https://github.com/shakeebmurtaza/dips','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(40,16,0,'arXiv','https://arxiv.org/pdf/2201.02445','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(41,16,1,'Code','https://github.com/sbelharbi/negev','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(42,16,2,'Web page','https://proceedings.mlr.press/v172/belharbi22a.html','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(43,17,0,'arXiv','https://arxiv.org/pdf/2109.07069','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(44,17,1,'Code','https://github.com/sbelharbi/fcam-wsol','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(45,17,2,'Web page','https://openaccess.thecvf.com/content/WACV2022/html/Belharbi_F-CAM_Full_Resolution_Class_Activation_Maps_via_Guided_Parametric_Upscaling_WACV_2022_paper.html','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(46,18,0,'arXiv','https://arxiv.org/pdf/2011.07221','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(47,18,1,'Code','https://github.com/sbelharbi/deep-wsl-histo-min-max-uncertainty','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(48,19,0,'ArXiv','https://arxiv.org/pdf/1807.05292','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(49,19,1,'HAL-Thèse','https://tel.archives-ouvertes.fr/tel-01835035','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(50,19,2,'Presentation','https://sbelharbi.github.io/publications/2018/presentation-phd-defense-2018.pdf','import',23,NULL,NULL);
INSERT INTO "academic_link" VALUES(51,1,0,'G. Scholar','https://scholar.google.com/citations?user=br7lo4MAAAAJ&hl=en','hand',14,NULL,NULL);
INSERT INTO "academic_link" VALUES(52,1,1,'Github','https://github.com/sbelharbi','hand',14,NULL,NULL);
INSERT INTO "academic_link" VALUES(53,1,2,'Twitter','https://twitter.com/sbelharbi','hand',14,NULL,NULL);
INSERT INTO "academic_link" VALUES(54,1,3,'LinkedIn','https://linkedin.com/in/soufiane-belharbi','hand',14,NULL,NULL);
INSERT INTO "academic_link" VALUES(55,2,0,'Page','https://affective-behavior-analysis-in-the-wild.github.io/8th/#counts3','hand',25,NULL,NULL);
INSERT INTO "academic_link" VALUES(56,5,0,'Posters','https://aihealthsymposium2024.squarespace.com/posters','hand',25,NULL,NULL);
INSERT INTO "academic_link" VALUES(57,8,0,'Link','https://patents.google.com/patent/US20240211541A1/en','hand',25,NULL,NULL);
INSERT INTO "academic_link" VALUES(58,15,0,'Website','https://frqs-ai-summerschool23.squarespace.com/','hand',25,NULL,NULL);
INSERT INTO "academic_link" VALUES(59,20,0,'Page','','hand',25,NULL,3);
INSERT INTO "academic_link" VALUES(60,20,1,'Slides','https://sbelharbi.github.io/publications/icpr-tutorial-wsl-2022/slides.pdf','hand',25,NULL,NULL);
CREATE TABLE "academic_menuitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "label" varchar(50) NOT NULL, "section" varchar(20) NOT NULL, "url" varchar(500) NOT NULL, "page_id" bigint NULL REFERENCES "academic_page" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "menu_leads_to_one_thing" CHECK (((NOT ("section" = '') AND "page_id" IS NULL AND "url" = '') OR ("section" = '' AND "url" = '' AND "page_id" IS NOT NULL) OR ("page_id" IS NULL AND "section" = '' AND NOT ("url" = '')))));
INSERT INTO "academic_menuitem" VALUES(1,0,'Publications','publications','',NULL);
INSERT INTO "academic_menuitem" VALUES(2,1,'Teaching','teaching','',NULL);
INSERT INTO "academic_menuitem" VALUES(3,2,'Miscellany','','',4);
INSERT INTO "academic_menuitem" VALUES(4,3,'Contact','','',5);
CREATE TABLE "academic_page" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "visibility" varchar(10) NOT NULL, "publish_at" datetime NULL, "expire_at" datetime NULL, "created" datetime NOT NULL, "updated" datetime NOT NULL, "path" varchar(200) NOT NULL UNIQUE, "title" varchar(300) NOT NULL, "lang" varchar(10) NOT NULL, "description" varchar(300) NOT NULL, "tags" varchar(500) NOT NULL, "body" text NOT NULL, "is_project" bool NOT NULL, "summary" varchar(500) NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "header_id" bigint NULL REFERENCES "academic_picture" ("id") DEFERRABLE INITIALLY DEFERRED, "picture_id" bigint NULL REFERENCES "academic_picture" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "academic_page" VALUES(1,'public',NULL,NULL,'2026-11-26 20:39:50.384551','2026-11-26 20:39:50.384627','/all-projects/','Projects','','Research projects with their papers and code: weakly supervised localisation, videos, histology, emotions.','','Most of my papers come with code, so that what they claim can be checked and built upon. Here are the projects by theme; the [list of publications](/publications/) has them by year.

## Finding objects without boxes

A class label says what is in a picture, not where. These projects learn to point at it all the same.

- **TeD-Loc**: what a model of images and text knows, distilled into a localiser. [Paper](https://arxiv.org/pdf/2501.12632) · [Code](https://github.com/shakeebmurtaza/TeDLOC)
- **A realistic protocol**: choosing models for localisation when no boxes are there to choose by. [Paper](https://arxiv.org/pdf/2404.10034) · [Code](https://github.com/shakeebmurtaza/wsol_model_selection)
- **DiPS**: proposals of self-supervised transformers, sampled where they tell classes apart. [Paper](https://arxiv.org/pdf/2310.06196) · [Code](https://github.com/shakeebmurtaza/dips)
- **F-CAM**: class activation maps at the image''s full resolution. [Paper](https://arxiv.org/pdf/2109.07069) · [Code](https://github.com/sbelharbi/fcam-wsol)
- **Tutorial at ICPR 2022**: weakly supervised localisation and segmentation, from the beginning. [Page](/icpr-2022-tutorial-wsl/)

## The same in videos

- **CoLo-CAM**: frames of one video help each other to find the object they share. [Paper](https://arxiv.org/pdf/2303.09044) · [Code](https://github.com/sbelharbi/colo-cam)
- **TCAM**: class activation maps that use time. [Paper](https://arxiv.org/pdf/2208.14542) · [Code](https://github.com/sbelharbi/tcam-wsol-video)

## Under the microscope

- **SR-CACO-2**: a dataset for super-resolution in confocal fluorescence microscopy. [Page](/sr-caco-2/) · [Paper](https://arxiv.org/pdf/2406.09168) · [Code](https://github.com/sbelharbi/sr-caco-2)
- **Source-free adaptation**: moving a localiser for histology to new images, without the data it was trained on. [Paper](https://arxiv.org/pdf/2404.19113) · [Code](https://github.com/AlexisGuichemerreCode/survey_hist_wsol_sfda)
- **A survey for histology**: deep weakly supervised methods compared. [Paper](https://www.melba-journal.org/papers/2023:004.html) · [Code](https://github.com/jeromerony/survey_wsl_histology)
- **NEGEV**: what speaks against a class matters as well. [Paper](https://arxiv.org/pdf/2201.02445) · [Code](https://github.com/sbelharbi/negev)
- **Max-min uncertainty**: classifying a histology image and segmenting it, in one interpretable model. [Paper](https://arxiv.org/pdf/2011.07221) · [Code](https://github.com/sbelharbi/deep-wsl-histo-min-max-uncertainty)

## Faces and emotions

- **Text or features**: two ways to recognise compound emotions from several modalities. [Paper](https://arxiv.org/pdf/2407.12927) · [Code text-based](https://github.com/nicolas-richet/feature-vs-text-compound-emotion) · [Code feature-based](https://github.com/sbelharbi/feature-vs-text-compound-emotion)
- **Joint multimodal transformer**: fusing modalities to estimate emotion in the wild. [Paper](https://arxiv.org/pdf/2403.10488) · [Code](https://github.com/PoloWlg/Joint-Multimodal-Transformer-6th-ABAW)
- **Spatial action units**: a recogniser of expressions that looks where an expert would. [Paper](https://arxiv.org/pdf/2402.00281) · [Code](https://github.com/sbelharbi/interpretable-fer-aus)
- **Privileged information**: what only training can see, passed on by optimal transport. [Paper](https://arxiv.org/pdf/2401.15489) · [Code](https://github.com/haseebaslam95/PKDOT)
- **Subjects as domains**: adapting a recogniser of expressions to one more person. [Paper](https://arxiv.org/pdf/2312.05632) · [Code](https://github.com/osamazeeshan/Subject-Based-Domain-Adaptation-for-FER)',0,'',0,NULL,NULL);
INSERT INTO "academic_page" VALUES(2,'public',NULL,NULL,'2026-11-26 20:39:50.386079','2026-11-26 20:39:50.386112','/sr-caco-2/','SR-CACO-2: A Dataset for Confocal Fluorescence Microscopy Image Super-Resolution','','SR-CACO-2: 2,200 confocal fluorescence microscopy images at four resolutions, for super-resolution.','dataset, super-resolution, confocal fluorescence microscopy','Confocal fluorescence microscopy shows what goes on inside a cell, but every sharp image has its price: the finer the scan, the longer it takes, and the longer the light can harm the cells and bleach the dyes that make them visible. Super-resolution offers a way out. Scan quickly and coarsely, and let a model restore the detail.

To learn that, a model needs pairs: the same cells, seen coarsely and finely. SR-CACO-2 provides them for three fluorescent markers, and compares what today''s methods make of them.

## In numbers

| What | How many |
| --- | ---: |
| Images | 2,200 |
| Resolutions | 4 |
| Markers | 3 |
| Patches | 9,937 |
| Methods compared | 16 |

## Where to find it

The paper was presented at NeurIPS 2024. The [code](https://github.com/sbelharbi/sr-caco-2) is on GitHub, where its read-me also says [how to download the dataset](https://github.com/sbelharbi/sr-caco-2?tab=readme-ov-file#download-sr-caco-2).

## Licence

The dataset is shared under [CC BY-NC-SA 4.0](https://creativecommons.org/licenses/by-nc-sa/4.0/): use it and build on it for anything that is not commercial, name the authors, and share alike what you make of it.',1,'2,200 microscopy images for super-resolution: the same cells seen coarsely and finely.',0,NULL,NULL);
INSERT INTO "academic_page" VALUES(3,'public',NULL,NULL,'2026-11-26 20:39:50.396922','2026-11-26 20:39:50.396960','/icpr-2022-tutorial-wsl/','Deep Learning Models for Weakly-Supervised Object Localization and Segmentation','','A tutorial at ICPR 2022 in Montreal on localising and segmenting objects with image-level labels only.','tutorial, weakly supervised object localisation, weakly supervised semantic segmentation','When
: 21 August 2022, 9 am to 1 pm

Where
: ICPR 2022, Montreal

Drawing boxes and outlines by hand is slow, and where only an expert can do it, it is dear. This tutorial was about what can be done without: models that are trained with the class of an image and nothing else, and still localise objects (weakly supervised object localisation, WSOL) or segment them (weakly supervised semantic segmentation, WSSS).

## The five parts

1. **Introduction.**
2. **WSOL methods.**
3. **WSSS methods.**
4. **Applications.**
5. **Challenges.**',1,'A tutorial at ICPR 2022 on localising and segmenting objects with nothing but class labels.',1,NULL,NULL);
INSERT INTO "academic_page" VALUES(4,'public',NULL,NULL,'2026-11-26 20:39:50.400874','2026-11-26 20:39:50.400993','/miscellany/','Miscellany','','Service to laboratory, association and fellow students.','','A few things I did beside research while I was in Normandy:

- **January 2016 to February 2018**: I represented the PhD students on the council of the LITIS laboratory.
- **March 2016 to November 2017**: I was secretary and webmaster of ADDED, the association of doctoral students and doctors of Rouen and Le Havre.
- **2016 and 2017**: I helped to organise the PhD days, in Le Havre the first year and in Rouen the second.',0,'',0,NULL,NULL);
INSERT INTO "academic_page" VALUES(5,'public',NULL,NULL,'2026-11-26 20:39:50.401793','2026-11-26 20:39:50.401817','/contact/','Contact','','Where to find Soufiane Belharbi: LIVIA, ÉTS, Montreal.','','You will find me here:

**LIVIA**\
École de technologie supérieure (ÉTS)\
Montreal

The laboratory''s own site is [liviamtl.ca](https://liviamtl.ca/); my profiles elsewhere are linked beside my name on the home page.',0,'',0,NULL,NULL);
CREATE TABLE "academic_picture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "title" varchar(200) NOT NULL, "alt" varchar(500) NOT NULL, "credit" varchar(200) NOT NULL, "width" integer unsigned NOT NULL CHECK ("width" >= 0), "height" integer unsigned NOT NULL CHECK ("height" >= 0), "renditions" text NOT NULL CHECK ((JSON_VALID("renditions") OR "renditions" IS NULL)), "created" datetime NOT NULL);
INSERT INTO "academic_picture" VALUES(1,'8b5279c3140e5b2e83f3417b17afe9ac.jpg','Portrait (demo)','An abstract figure of paper layers: head and shoulders, dark blue at the edges, glowing from within.','',640,640,'[[320, "8b5279c3140e5b2e83f3417b17afe9ac-320.webp"], [480, "8b5279c3140e5b2e83f3417b17afe9ac-480.webp"], [640, "8b5279c3140e5b2e83f3417b17afe9ac-640.webp"]]','2026-11-26 20:39:53.148849');
INSERT INTO "academic_picture" VALUES(2,'c49ceea718349d20360010391258de2a.jpg','City at night (demo)','A city on a river at night: a bridge with lamps, a floodlit cathedral, lit windows mirrored in the water.','',2560,366,'[[320, "c49ceea718349d20360010391258de2a-320.webp"], [480, "c49ceea718349d20360010391258de2a-480.webp"], [640, "c49ceea718349d20360010391258de2a-640.webp"], [960, "c49ceea718349d20360010391258de2a-960.webp"], [1280, "c49ceea718349d20360010391258de2a-1280.webp"], [1920, "c49ceea718349d20360010391258de2a-1920.webp"]]','2026-11-26 20:40:02.913800');
CREATE TABLE "academic_profile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "given_name" varchar(100) NOT NULL, "family_name" varchar(100) NOT NULL, "name_variants" text NOT NULL, "headline" varchar(100) NOT NULL, "position" varchar(200) NOT NULL, "tagline" varchar(300) NOT NULL, "bio" text NOT NULL, "email" varchar(254) NOT NULL, "address" text NOT NULL, "office" varchar(200) NOT NULL, "site_title" varchar(200) NOT NULL, "description" varchar(300) NOT NULL, "keywords" varchar(1000) NOT NULL, "orcid" varchar(19) NOT NULL, "scholar_id" varchar(40) NOT NULL, "language" varchar(10) NOT NULL, "time_zone" varchar(50) NOT NULL, "start_year" smallint unsigned NULL CHECK ("start_year" >= 0), "header_id" bigint NULL REFERENCES "academic_picture" ("id") DEFERRABLE INITIALLY DEFERRED, "photo_id" bigint NULL REFERENCES "academic_picture" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "only_one_profile" CHECK ("id" = 1));
INSERT INTO "academic_profile" VALUES(1,'Soufiane','Belharbi','Belharbi, S.','Hi!','Post-doc','Teaching neural networks to see with fewer labels','I''m Soufiane Belharbi, a post-doc at [LIVIA Lab., ÉTS, Montreal](https://liviamtl.ca/), where I work hand in hand with the [McCaffrey Lab. / GCRC McGill](https://mccaffreylab.mcgill.ca/McCaffreyLab.html). Together with [Eric Granger](https://www.etsmtl.ca/en/research/professors/egranger), [Ismail Ben Ayed](http://profs.etsmtl.ca/ibenayed/), and [Luke McCaffrey](https://mcgillgcrc.com/research/members/mccaffrey), I look for ways to teach neural networks from weak supervision: we tell a network *what* an image shows, and it has to find out *where*.

The images come from many places: tissue under a microscope, videos filmed in the wild, people''s faces. What they share is that careful labels cost an expert''s time, and that a prediction is worth more when it can show what it rests on.','','','','Soufiane Belharbi''s Academic Site','Soufiane Belharbi''s website','machine learning, neural networks, deep learning, learning representations, academic, page, soufiane belharbi, montreal, canada, ÉTS, École de technologie supérieure, LIVIA lab, LITIS lab, Rouen, France','','br7lo4MAAAAJ','en','America/Montreal',2017,2,1);
CREATE TABLE "academic_redirect" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "old_path" varchar(300) NOT NULL UNIQUE, "new_path" varchar(300) NOT NULL);
CREATE TABLE "academic_tokenbucket" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(64) NOT NULL UNIQUE, "tokens" real NOT NULL, "updated" datetime NOT NULL);
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
INSERT INTO "auth_permission" VALUES(1,1,'add_logentry','Can add log entry');
INSERT INTO "auth_permission" VALUES(2,1,'change_logentry','Can change log entry');
INSERT INTO "auth_permission" VALUES(3,1,'delete_logentry','Can delete log entry');
INSERT INTO "auth_permission" VALUES(4,1,'view_logentry','Can view log entry');
INSERT INTO "auth_permission" VALUES(5,2,'add_permission','Can add permission');
INSERT INTO "auth_permission" VALUES(6,2,'change_permission','Can change permission');
INSERT INTO "auth_permission" VALUES(7,2,'delete_permission','Can delete permission');
INSERT INTO "auth_permission" VALUES(8,2,'view_permission','Can view permission');
INSERT INTO "auth_permission" VALUES(9,3,'add_group','Can add group');
INSERT INTO "auth_permission" VALUES(10,3,'change_group','Can change group');
INSERT INTO "auth_permission" VALUES(11,3,'delete_group','Can delete group');
INSERT INTO "auth_permission" VALUES(12,3,'view_group','Can view group');
INSERT INTO "auth_permission" VALUES(13,4,'add_user','Can add user');
INSERT INTO "auth_permission" VALUES(14,4,'change_user','Can change user');
INSERT INTO "auth_permission" VALUES(15,4,'delete_user','Can delete user');
INSERT INTO "auth_permission" VALUES(16,4,'view_user','Can view user');
INSERT INTO "auth_permission" VALUES(17,5,'add_contenttype','Can add content type');
INSERT INTO "auth_permission" VALUES(18,5,'change_contenttype','Can change content type');
INSERT INTO "auth_permission" VALUES(19,5,'delete_contenttype','Can delete content type');
INSERT INTO "auth_permission" VALUES(20,5,'view_contenttype','Can view content type');
INSERT INTO "auth_permission" VALUES(21,6,'add_session','Can add session');
INSERT INTO "auth_permission" VALUES(22,6,'change_session','Can change session');
INSERT INTO "auth_permission" VALUES(23,6,'delete_session','Can delete session');
INSERT INTO "auth_permission" VALUES(24,6,'view_session','Can view session');
INSERT INTO "auth_permission" VALUES(25,7,'add_cventry','Can add CV entry');
INSERT INTO "auth_permission" VALUES(26,7,'change_cventry','Can change CV entry');
INSERT INTO "auth_permission" VALUES(27,7,'delete_cventry','Can delete CV entry');
INSERT INTO "auth_permission" VALUES(28,7,'view_cventry','Can view CV entry');
INSERT INTO "auth_permission" VALUES(29,8,'add_document','Can add document');
INSERT INTO "auth_permission" VALUES(30,8,'change_document','Can change document');
INSERT INTO "auth_permission" VALUES(31,8,'delete_document','Can delete document');
INSERT INTO "auth_permission" VALUES(32,8,'view_document','Can view document');
INSERT INTO "auth_permission" VALUES(33,9,'add_homeblock','Can add home block');
INSERT INTO "auth_permission" VALUES(34,9,'change_homeblock','Can change home block');
INSERT INTO "auth_permission" VALUES(35,9,'delete_homeblock','Can delete home block');
INSERT INTO "auth_permission" VALUES(36,9,'view_homeblock','Can view home block');
INSERT INTO "auth_permission" VALUES(37,10,'add_picture','Can add picture');
INSERT INTO "auth_permission" VALUES(38,10,'change_picture','Can change picture');
INSERT INTO "auth_permission" VALUES(39,10,'delete_picture','Can delete picture');
INSERT INTO "auth_permission" VALUES(40,10,'view_picture','Can view picture');
INSERT INTO "auth_permission" VALUES(41,11,'add_redirect','Can add redirect');
INSERT INTO "auth_permission" VALUES(42,11,'change_redirect','Can change redirect');
INSERT INTO "auth_permission" VALUES(43,11,'delete_redirect','Can delete redirect');
INSERT INTO "auth_permission" VALUES(44,11,'view_redirect','Can view redirect');
INSERT INTO "auth_permission" VALUES(45,12,'add_tokenbucket','Can add token bucket');
INSERT INTO "auth_permission" VALUES(46,12,'change_tokenbucket','Can change token bucket');
INSERT INTO "auth_permission" VALUES(47,12,'delete_tokenbucket','Can delete token bucket');
INSERT INTO "auth_permission" VALUES(48,12,'view_tokenbucket','Can view token bucket');
INSERT INTO "auth_permission" VALUES(49,13,'add_page','Can add page');
INSERT INTO "auth_permission" VALUES(50,13,'change_page','Can change page');
INSERT INTO "auth_permission" VALUES(51,13,'delete_page','Can delete page');
INSERT INTO "auth_permission" VALUES(52,13,'view_page','Can view page');
INSERT INTO "auth_permission" VALUES(53,14,'add_profile','Can add profile');
INSERT INTO "auth_permission" VALUES(54,14,'change_profile','Can change profile');
INSERT INTO "auth_permission" VALUES(55,14,'delete_profile','Can delete profile');
INSERT INTO "auth_permission" VALUES(56,14,'view_profile','Can view profile');
INSERT INTO "auth_permission" VALUES(57,15,'add_interest','Can add research interest');
INSERT INTO "auth_permission" VALUES(58,15,'change_interest','Can change research interest');
INSERT INTO "auth_permission" VALUES(59,15,'delete_interest','Can delete research interest');
INSERT INTO "auth_permission" VALUES(60,15,'view_interest','Can view research interest');
INSERT INTO "auth_permission" VALUES(61,16,'add_affiliation','Can add affiliation');
INSERT INTO "auth_permission" VALUES(62,16,'change_affiliation','Can change affiliation');
INSERT INTO "auth_permission" VALUES(63,16,'delete_affiliation','Can delete affiliation');
INSERT INTO "auth_permission" VALUES(64,16,'view_affiliation','Can view affiliation');
INSERT INTO "auth_permission" VALUES(65,17,'add_menuitem','Can add menu item');
INSERT INTO "auth_permission" VALUES(66,17,'change_menuitem','Can change menu item');
INSERT INTO "auth_permission" VALUES(67,17,'delete_menuitem','Can delete menu item');
INSERT INTO "auth_permission" VALUES(68,17,'view_menuitem','Can view menu item');
INSERT INTO "auth_permission" VALUES(69,18,'add_link','Can add link');
INSERT INTO "auth_permission" VALUES(70,18,'change_link','Can change link');
INSERT INTO "auth_permission" VALUES(71,18,'delete_link','Can delete link');
INSERT INTO "auth_permission" VALUES(72,18,'view_link','Can view link');
INSERT INTO "auth_permission" VALUES(73,19,'add_author','Can add author');
INSERT INTO "auth_permission" VALUES(74,19,'change_author','Can change author');
INSERT INTO "auth_permission" VALUES(75,19,'delete_author','Can delete author');
INSERT INTO "auth_permission" VALUES(76,19,'view_author','Can view author');
INSERT INTO "auth_permission" VALUES(77,20,'add_topic','Can add topic');
INSERT INTO "auth_permission" VALUES(78,20,'change_topic','Can change topic');
INSERT INTO "auth_permission" VALUES(79,20,'delete_topic','Can delete topic');
INSERT INTO "auth_permission" VALUES(80,20,'view_topic','Can view topic');
INSERT INTO "auth_permission" VALUES(81,21,'add_authorship','Can add author');
INSERT INTO "auth_permission" VALUES(82,21,'change_authorship','Can change author');
INSERT INTO "auth_permission" VALUES(83,21,'delete_authorship','Can delete author');
INSERT INTO "auth_permission" VALUES(84,21,'view_authorship','Can view author');
INSERT INTO "auth_permission" VALUES(85,22,'add_importrun','Can add import');
INSERT INTO "auth_permission" VALUES(86,22,'change_importrun','Can change import');
INSERT INTO "auth_permission" VALUES(87,22,'delete_importrun','Can delete import');
INSERT INTO "auth_permission" VALUES(88,22,'view_importrun','Can view import');
INSERT INTO "auth_permission" VALUES(89,23,'add_publication','Can add publication');
INSERT INTO "auth_permission" VALUES(90,23,'change_publication','Can change publication');
INSERT INTO "auth_permission" VALUES(91,23,'delete_publication','Can delete publication');
INSERT INTO "auth_permission" VALUES(92,23,'view_publication','Can view publication');
INSERT INTO "auth_permission" VALUES(93,24,'add_bibentry','Can add BibTeX entry');
INSERT INTO "auth_permission" VALUES(94,24,'change_bibentry','Can change BibTeX entry');
INSERT INTO "auth_permission" VALUES(95,24,'delete_bibentry','Can delete BibTeX entry');
INSERT INTO "auth_permission" VALUES(96,24,'view_bibentry','Can view BibTeX entry');
INSERT INTO "auth_permission" VALUES(97,25,'add_newsitem','Can add news item');
INSERT INTO "auth_permission" VALUES(98,25,'change_newsitem','Can change news item');
INSERT INTO "auth_permission" VALUES(99,25,'delete_newsitem','Can delete news item');
INSERT INTO "auth_permission" VALUES(100,25,'view_newsitem','Can view news item');
INSERT INTO "auth_permission" VALUES(101,26,'add_demorecord','Can add demo record');
INSERT INTO "auth_permission" VALUES(102,26,'change_demorecord','Can change demo record');
INSERT INTO "auth_permission" VALUES(103,26,'delete_demorecord','Can delete demo record');
INSERT INTO "auth_permission" VALUES(104,26,'view_demorecord','Can view demo record');
CREATE TABLE "auth_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "last_name" varchar(150) NOT NULL, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "first_name" varchar(150) NOT NULL);
INSERT INTO "auth_user" VALUES(1,'!',NULL,1,'admin','','',1,1,'2026-11-26 20:40:05.869953','');
CREATE TABLE "auth_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
INSERT INTO "django_content_type" VALUES(1,'admin','logentry');
INSERT INTO "django_content_type" VALUES(2,'auth','permission');
INSERT INTO "django_content_type" VALUES(3,'auth','group');
INSERT INTO "django_content_type" VALUES(4,'auth','user');
INSERT INTO "django_content_type" VALUES(5,'contenttypes','contenttype');
INSERT INTO "django_content_type" VALUES(6,'sessions','session');
INSERT INTO "django_content_type" VALUES(7,'academic','cventry');
INSERT INTO "django_content_type" VALUES(8,'academic','document');
INSERT INTO "django_content_type" VALUES(9,'academic','homeblock');
INSERT INTO "django_content_type" VALUES(10,'academic','picture');
INSERT INTO "django_content_type" VALUES(11,'academic','redirect');
INSERT INTO "django_content_type" VALUES(12,'academic','tokenbucket');
INSERT INTO "django_content_type" VALUES(13,'academic','page');
INSERT INTO "django_content_type" VALUES(14,'academic','profile');
INSERT INTO "django_content_type" VALUES(15,'academic','interest');
INSERT INTO "django_content_type" VALUES(16,'academic','affiliation');
INSERT INTO "django_content_type" VALUES(17,'academic','menuitem');
INSERT INTO "django_content_type" VALUES(18,'academic','link');
INSERT INTO "django_content_type" VALUES(19,'publications','author');
INSERT INTO "django_content_type" VALUES(20,'publications','topic');
INSERT INTO "django_content_type" VALUES(21,'publications','authorship');
INSERT INTO "django_content_type" VALUES(22,'publications','importrun');
INSERT INTO "django_content_type" VALUES(23,'publications','publication');
INSERT INTO "django_content_type" VALUES(24,'publications','bibentry');
INSERT INTO "django_content_type" VALUES(25,'news','newsitem');
INSERT INTO "django_content_type" VALUES(26,'site','demorecord');
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO "django_migrations" VALUES(1,'contenttypes','0001_initial','2026-11-26 20:39:34.858649');
INSERT INTO "django_migrations" VALUES(2,'contenttypes','0002_remove_content_type_name','2026-11-26 20:39:34.939504');
INSERT INTO "django_migrations" VALUES(3,'academic','0001_initial','2026-11-26 20:39:35.631788');
INSERT INTO "django_migrations" VALUES(4,'auth','0001_initial','2026-11-26 20:39:36.118001');
INSERT INTO "django_migrations" VALUES(5,'admin','0001_initial','2026-11-26 20:39:36.290769');
INSERT INTO "django_migrations" VALUES(6,'admin','0002_logentry_remove_auto_add','2026-11-26 20:39:36.393895');
INSERT INTO "django_migrations" VALUES(7,'admin','0003_logentry_add_action_flag_choices','2026-11-26 20:39:36.523277');
INSERT INTO "django_migrations" VALUES(8,'auth','0002_alter_permission_name_max_length','2026-11-26 20:39:36.795849');
INSERT INTO "django_migrations" VALUES(9,'auth','0003_alter_user_email_max_length','2026-11-26 20:39:36.890317');
INSERT INTO "django_migrations" VALUES(10,'auth','0004_alter_user_username_opts','2026-11-26 20:39:36.976935');
INSERT INTO "django_migrations" VALUES(11,'auth','0005_alter_user_last_login_null','2026-11-26 20:39:37.065869');
INSERT INTO "django_migrations" VALUES(12,'auth','0006_require_contenttypes_0002','2026-11-26 20:39:37.066745');
INSERT INTO "django_migrations" VALUES(13,'auth','0007_alter_validators_add_error_messages','2026-11-26 20:39:37.102361');
INSERT INTO "django_migrations" VALUES(14,'auth','0008_alter_user_username_max_length','2026-11-26 20:39:37.196506');
INSERT INTO "django_migrations" VALUES(15,'auth','0009_alter_user_last_name_max_length','2026-11-26 20:39:37.273317');
INSERT INTO "django_migrations" VALUES(16,'auth','0010_alter_group_name_max_length','2026-11-26 20:39:37.425720');
INSERT INTO "django_migrations" VALUES(17,'auth','0011_update_proxy_permissions','2026-11-26 20:39:37.447466');
INSERT INTO "django_migrations" VALUES(18,'auth','0012_alter_user_first_name_max_length','2026-11-26 20:39:37.478522');
INSERT INTO "django_migrations" VALUES(19,'publications','0001_initial','2026-11-26 20:39:38.393420');
INSERT INTO "django_migrations" VALUES(20,'news','0001_initial','2026-11-26 20:39:39.059080');
INSERT INTO "django_migrations" VALUES(21,'sessions','0001_initial','2026-11-26 20:39:39.090723');
INSERT INTO "django_migrations" VALUES(22,'site','0001_initial','2026-11-26 20:39:39.366093');
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
CREATE TABLE "news_newsitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "visibility" varchar(10) NOT NULL, "publish_at" datetime NULL, "expire_at" datetime NULL, "created" datetime NOT NULL, "updated" datetime NOT NULL, "date" date NOT NULL, "date_precision" varchar(10) NOT NULL, "kicker" varchar(300) NOT NULL, "title" varchar(500) NOT NULL, "title_link" varchar(2000) NOT NULL, "body" text NOT NULL, "is_pinned" bool NOT NULL, "lang" varchar(10) NOT NULL, "slug" varchar(120) NOT NULL UNIQUE, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "publication_id" bigint NULL REFERENCES "publications_publication" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "news_newsitem" VALUES(1,'public',NULL,NULL,'2026-11-26 20:40:03.105709','2026-11-26 20:40:03.105753','2025-01-01','month','New arXiv','','','',0,'','2025-01-ted-loc-text-distillation-for-weakly-supervised-object-localization',0,1);
INSERT INTO "news_newsitem" VALUES(2,'public',NULL,NULL,'2026-11-26 20:40:03.131329','2026-11-26 20:40:03.131371','2025-01-01','month','**New challenge is now open @ 8TH ABAW @ CVPR 2025**','Ambivalence/Hesitancy (AH) Recognition Challenge at 8th Workshop and Competition on Affective & Behavior Analysis in-the-wild (ABAW)','https://affective-behavior-analysis-in-the-wild.github.io/8th/#counts3','',1,'','2025-01-ambivalencehesitancy-ah-recognition-challenge-at-8th-workshop-and-competition-on-affective-b',1,NULL);
INSERT INTO "news_newsitem" VALUES(3,'public',NULL,NULL,'2026-11-26 20:40:03.143128','2026-11-26 20:40:03.143155','2025-01-01','month','Pattern Recognition','','','',0,'','2025-01-colo-cam-class-activation-mapping-for-object-co-localization-in-weakly-labeled-unconstrained',2,2);
INSERT INTO "news_newsitem" VALUES(4,'public',NULL,NULL,'2026-11-26 20:40:03.234708','2026-11-26 20:40:03.234746','2024-10-01','month','WACV 2025','','','',0,'','2024-10-a-realistic-protocol-for-evaluation-of-weakly-supervised-object-localization',0,3);
INSERT INTO "news_newsitem" VALUES(5,'public',NULL,NULL,'2026-11-26 20:40:03.279242','2026-11-26 20:40:03.279290','2024-10-01','month','AI and Digital Health Symposium, ETS Montreal, Canada','Incorporating Affective Computing to Enhance Health Assessments and Interventions','https://aihealthsymposium2024.squarespace.com/','',0,'','2024-10-incorporating-affective-computing-to-enhance-health-assessments-and-interventions',1,NULL);
INSERT INTO "news_newsitem" VALUES(6,'public',NULL,NULL,'2026-11-26 20:40:03.297792','2026-11-26 20:40:03.297831','2024-09-01','month','NeurIPS 2024','','','',0,'','2024-09-sr-caco-2-a-dataset-for-confocal-fluorescence-microscopy-image-super-resolution',0,4);
INSERT INTO "news_newsitem" VALUES(7,'public',NULL,NULL,'2026-11-26 20:40:03.578813','2026-11-26 20:40:03.578855','2024-08-01','month','ECCVw 2024','','','',0,'','2024-08-textualized-and-feature-based-models-for-compound-multimodal-emotion-recognition-in-the-wild',0,5);
INSERT INTO "news_newsitem" VALUES(8,'public',NULL,NULL,'2026-11-26 20:40:03.635179','2026-11-26 20:40:03.635215','2024-07-01','month','New patent with Ericsson (Pending)','Method and System for Providing Labeled Images for Small Cell Site Selection','https://patents.google.com/patent/US20240211541A1/en','',0,'','2024-07-method-and-system-for-providing-labeled-images-for-small-cell-site-selection',0,NULL);
INSERT INTO "news_newsitem" VALUES(9,'public',NULL,NULL,'2026-11-26 20:40:03.771393','2026-11-26 20:40:03.771428','2024-04-01','month','CVPRw 2024','','','',0,'','2024-04-source-free-domain-adaptation-of-weakly-supervised-object-localization-models-for-histology',0,6);
INSERT INTO "news_newsitem" VALUES(10,'public',NULL,NULL,'2026-11-26 20:40:03.822037','2026-11-26 20:40:03.822071','2024-04-01','month','CVPRw 2024','','','',0,'','2024-04-joint-multimodal-transformer-for-dimensional-emotional-recognition-in-the-wild',1,7);
INSERT INTO "news_newsitem" VALUES(11,'public',NULL,NULL,'2026-11-26 20:40:03.885154','2026-11-26 20:40:03.885195','2024-03-01','month','FG 2024','','','',0,'','2024-03-guided-interpretable-facial-expression-recognition-via-spatial-action-unit-cues',0,8);
INSERT INTO "news_newsitem" VALUES(12,'public',NULL,NULL,'2026-11-26 20:40:03.890383','2026-11-26 20:40:03.890438','2024-03-01','month','FG 2024','','','',0,'','2024-03-distilling-privileged-multimodal-information-for-expression-recognition-using-optimal-transp',1,9);
INSERT INTO "news_newsitem" VALUES(13,'public',NULL,NULL,'2026-11-26 20:40:03.921494','2026-11-26 20:40:03.921529','2024-03-01','month','FG 2024','','','',0,'','2024-03-subject-based-domain-adaptation-for-facial-expression-recognition',2,10);
INSERT INTO "news_newsitem" VALUES(14,'public',NULL,NULL,'2026-11-26 20:40:03.940657','2026-11-26 20:40:03.940695','2023-10-01','month','Image and Vision Computing','','','',0,'','2023-10-dips-discriminative-pseudo-label-sampling-with-self-supervised-transformers-for-weakly-super',0,11);
INSERT INTO "news_newsitem" VALUES(15,'public',NULL,NULL,'2026-11-26 20:40:03.943533','2026-11-26 20:40:03.943562','2023-07-01','month','Summer School 2023-Jul.3-7-Concordia University-Montreal, Canada','Leveraging Artificial Intelligence to Optimise Behavioural Health Interventions and Assessments','https://frqs-ai-summerschool23.squarespace.com/','',0,'','2023-07-leveraging-artificial-intelligence-to-optimise-behavioural-health-interventions-and-assessme',0,NULL);
INSERT INTO "news_newsitem" VALUES(16,'public',NULL,NULL,'2026-11-26 20:40:03.966828','2026-11-26 20:40:03.966863','2023-03-01','month','MELBA','','','',0,'','2023-03-deep-weakly-supervised-learning-methods-for-classification-and-localization-in-histology-ima',0,12);
INSERT INTO "news_newsitem" VALUES(17,'public',NULL,NULL,'2026-11-26 20:40:04.046563','2026-11-26 20:40:04.046600','2022-11-01','month','WACVw 2023','','','',0,'','2022-11-discriminative-sampling-of-proposals-in-self-supervised-transformers-for-weakly-supervised-o',0,13);
INSERT INTO "news_newsitem" VALUES(18,'public',NULL,NULL,'2026-11-26 20:40:04.062159','2026-11-26 20:40:04.062206','2022-10-01','month','WACV 2023','','','',0,'','2022-10-tcam-temporal-class-activation-maps-for-object-localization-in-weakly-labeled-unconstrained',0,14);
INSERT INTO "news_newsitem" VALUES(19,'public',NULL,NULL,'2026-11-26 20:40:04.073511','2026-11-26 20:40:04.073555','2022-09-01','month','Montreal AI Symposium','','','',0,'','2022-09-constrained-sampling-for-class-agnostic-weakly-supervised-object-localization',0,15);
INSERT INTO "news_newsitem" VALUES(20,'public',NULL,NULL,'2026-11-26 20:40:04.092825','2026-11-26 20:40:04.092870','2022-08-01','month','ICPR tutorial','Deep Learning Models for Weakly-Supervised Object Localization and Segmentation','/icpr-2022-tutorial-wsl/','',0,'','2022-08-deep-learning-models-for-weakly-supervised-object-localization-and-segmentation',0,NULL);
INSERT INTO "news_newsitem" VALUES(21,'public',NULL,NULL,'2026-11-26 20:40:04.117477','2026-11-26 20:40:04.117518','2022-02-01','month','MIDL 2022','','','',0,'','2022-02-negative-evidence-matters-in-interpretable-histology-image-classification',0,16);
INSERT INTO "news_newsitem" VALUES(22,'public',NULL,NULL,'2026-11-26 20:40:04.146825','2026-11-26 20:40:04.146862','2022-01-01','month','WACV 2022','','','',0,'','2022-01-f-cam-full-resolution-class-activation-maps-via-guided-parametric-upscaling',0,17);
INSERT INTO "news_newsitem" VALUES(23,'public',NULL,NULL,'2026-11-26 20:40:04.193940','2026-11-26 20:40:04.193984','2022-01-01','month','TMI','','','',0,'','2022-01-deep-interpretable-classification-and-weakly-supervised-segmentation-of-histology-images-via',1,18);
CREATE TABLE "news_newsitem_shown_links" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "newsitem_id" bigint NOT NULL REFERENCES "news_newsitem" ("id") DEFERRABLE INITIALLY DEFERRED, "link_id" bigint NOT NULL REFERENCES "academic_link" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "news_newsitem_shown_links" VALUES(1,21,40);
INSERT INTO "news_newsitem_shown_links" VALUES(2,21,41);
INSERT INTO "news_newsitem_shown_links" VALUES(3,22,43);
INSERT INTO "news_newsitem_shown_links" VALUES(4,22,44);
CREATE TABLE "publications_author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "given" varchar(300) NOT NULL, "particle" varchar(50) NOT NULL, "family" varchar(500) NOT NULL, "suffix" varchar(50) NOT NULL, "is_literal" bool NOT NULL, "key" varchar(500) NOT NULL, "orcid" varchar(19) NOT NULL);
INSERT INTO "publications_author" VALUES(1,'Shakeeb','','Murtaza','',0,'murtaza','');
INSERT INTO "publications_author" VALUES(2,'Soufiane','','Belharbi','',0,'belharbi','');
INSERT INTO "publications_author" VALUES(3,'Marco','','Pedersoli','',0,'pedersoli','');
INSERT INTO "publications_author" VALUES(4,'Eric','','Granger','',0,'granger','');
INSERT INTO "publications_author" VALUES(5,'Ismail','','Ben Ayed','',0,'benayed','');
INSERT INTO "publications_author" VALUES(6,'Luke','','McCaffrey','',0,'mccaffrey','');
INSERT INTO "publications_author" VALUES(7,'Mara KM','','Whitford','',0,'whitford','');
INSERT INTO "publications_author" VALUES(8,'Phuong','','Hoang','',0,'hoang','');
INSERT INTO "publications_author" VALUES(9,'Nicolas','','Richet','',0,'richet','');
INSERT INTO "publications_author" VALUES(10,'Haseeb','','Aslam','',0,'aslam','');
INSERT INTO "publications_author" VALUES(11,'Meike Emilie','','Schadt','',0,'schadt','');
INSERT INTO "publications_author" VALUES(12,'Manuela','','González-González','',0,'gonzalezgonzalez','');
INSERT INTO "publications_author" VALUES(13,'Gustave','','Cortal','',0,'cortal','');
INSERT INTO "publications_author" VALUES(14,'Alessandro Lameiras','','Koerich','',0,'koerich','');
INSERT INTO "publications_author" VALUES(15,'Alain','','Finkel','',0,'finkel','');
INSERT INTO "publications_author" VALUES(16,'Simon','','Bacon','',0,'bacon','');
INSERT INTO "publications_author" VALUES(17,'Alexis','','Guichemerre','',0,'guichemerre','');
INSERT INTO "publications_author" VALUES(18,'Tsiry','','Mayet','',0,'mayet','');
INSERT INTO "publications_author" VALUES(19,'Pourya','','Shamsolmoali','',0,'shamsolmoali','');
INSERT INTO "publications_author" VALUES(20,'Paul','','Waligora','',0,'waligora','');
INSERT INTO "publications_author" VALUES(21,'Osama','','Zeeshan','',0,'zeeshan','');
INSERT INTO "publications_author" VALUES(22,'Muhammad Haseeb','','Aslam','',0,'aslam','');
INSERT INTO "publications_author" VALUES(23,'Muhammad Osama','','Zeeshan','',0,'zeeshan','');
INSERT INTO "publications_author" VALUES(24,'Aydin','','Sarraf','',0,'sarraf','');
INSERT INTO "publications_author" VALUES(25,'Jérôme','','Rony','',0,'rony','');
INSERT INTO "publications_author" VALUES(26,'Jose','','Dolz','',0,'dolz','');
CREATE TABLE "publications_authorship" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "given" varchar(300) NOT NULL, "particle" varchar(50) NOT NULL, "family" varchar(500) NOT NULL, "suffix" varchar(50) NOT NULL, "is_literal" bool NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "marks" varchar(20) NOT NULL, "author_id" bigint NOT NULL REFERENCES "publications_author" ("id") DEFERRABLE INITIALLY DEFERRED, "publication_id" bigint NOT NULL REFERENCES "publications_publication" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "publications_authorship" VALUES(1,'Shakeeb','','Murtaza','',0,0,'',1,1);
INSERT INTO "publications_authorship" VALUES(2,'Soufiane','','Belharbi','',0,1,'',2,1);
INSERT INTO "publications_authorship" VALUES(3,'Marco','','Pedersoli','',0,2,'',3,1);
INSERT INTO "publications_authorship" VALUES(4,'Eric','','Granger','',0,3,'',4,1);
INSERT INTO "publications_authorship" VALUES(5,'Soufiane','','Belharbi','',0,0,'',2,2);
INSERT INTO "publications_authorship" VALUES(6,'Shakeeb','','Murtaza','',0,1,'',1,2);
INSERT INTO "publications_authorship" VALUES(7,'Marco','','Pedersoli','',0,2,'',3,2);
INSERT INTO "publications_authorship" VALUES(8,'Ismail','','Ben Ayed','',0,3,'',5,2);
INSERT INTO "publications_authorship" VALUES(9,'Luke','','McCaffrey','',0,4,'',6,2);
INSERT INTO "publications_authorship" VALUES(10,'Eric','','Granger','',0,5,'',4,2);
INSERT INTO "publications_authorship" VALUES(11,'Shakeeb','','Murtaza','',0,0,'',1,3);
INSERT INTO "publications_authorship" VALUES(12,'Soufiane','','Belharbi','',0,1,'',2,3);
INSERT INTO "publications_authorship" VALUES(13,'Marco','','Pedersoli','',0,2,'',3,3);
INSERT INTO "publications_authorship" VALUES(14,'Eric','','Granger','',0,3,'',4,3);
INSERT INTO "publications_authorship" VALUES(15,'Soufiane','','Belharbi','',0,0,'',2,4);
INSERT INTO "publications_authorship" VALUES(16,'Mara KM','','Whitford','',0,1,'',7,4);
INSERT INTO "publications_authorship" VALUES(17,'Phuong','','Hoang','',0,2,'',8,4);
INSERT INTO "publications_authorship" VALUES(18,'Shakeeb','','Murtaza','',0,3,'',1,4);
INSERT INTO "publications_authorship" VALUES(19,'Luke','','McCaffrey','',0,4,'',6,4);
INSERT INTO "publications_authorship" VALUES(20,'Eric','','Granger','',0,5,'',4,4);
INSERT INTO "publications_authorship" VALUES(21,'Nicolas','','Richet','',0,0,'',9,5);
INSERT INTO "publications_authorship" VALUES(22,'Soufiane','','Belharbi','',0,1,'',2,5);
INSERT INTO "publications_authorship" VALUES(23,'Haseeb','','Aslam','',0,2,'',10,5);
INSERT INTO "publications_authorship" VALUES(24,'Meike Emilie','','Schadt','',0,3,'',11,5);
INSERT INTO "publications_authorship" VALUES(25,'Manuela','','González-González','',0,4,'',12,5);
INSERT INTO "publications_authorship" VALUES(26,'Gustave','','Cortal','',0,5,'',13,5);
INSERT INTO "publications_authorship" VALUES(27,'Alessandro Lameiras','','Koerich','',0,6,'',14,5);
INSERT INTO "publications_authorship" VALUES(28,'Marco','','Pedersoli','',0,7,'',3,5);
INSERT INTO "publications_authorship" VALUES(29,'Alain','','Finkel','',0,8,'',15,5);
INSERT INTO "publications_authorship" VALUES(30,'Simon','','Bacon','',0,9,'',16,5);
INSERT INTO "publications_authorship" VALUES(31,'Eric','','Granger','',0,10,'',4,5);
INSERT INTO "publications_authorship" VALUES(32,'Alexis','','Guichemerre','',0,0,'',17,6);
INSERT INTO "publications_authorship" VALUES(33,'Soufiane','','Belharbi','',0,1,'',2,6);
INSERT INTO "publications_authorship" VALUES(34,'Tsiry','','Mayet','',0,2,'',18,6);
INSERT INTO "publications_authorship" VALUES(35,'Shakeeb','','Murtaza','',0,3,'',1,6);
INSERT INTO "publications_authorship" VALUES(36,'Pourya','','Shamsolmoali','',0,4,'',19,6);
INSERT INTO "publications_authorship" VALUES(37,'Luke','','McCaffrey','',0,5,'',6,6);
INSERT INTO "publications_authorship" VALUES(38,'Eric','','Granger','',0,6,'',4,6);
INSERT INTO "publications_authorship" VALUES(39,'Paul','','Waligora','',0,0,'',20,7);
INSERT INTO "publications_authorship" VALUES(40,'Haseeb','','Aslam','',0,1,'',10,7);
INSERT INTO "publications_authorship" VALUES(41,'Osama','','Zeeshan','',0,2,'',21,7);
INSERT INTO "publications_authorship" VALUES(42,'Soufiane','','Belharbi','',0,3,'',2,7);
INSERT INTO "publications_authorship" VALUES(43,'Alessandro Lameiras','','Koerich','',0,4,'',14,7);
INSERT INTO "publications_authorship" VALUES(44,'Marco','','Pedersoli','',0,5,'',3,7);
INSERT INTO "publications_authorship" VALUES(45,'Simon','','Bacon','',0,6,'',16,7);
INSERT INTO "publications_authorship" VALUES(46,'Eric','','Granger','',0,7,'',4,7);
INSERT INTO "publications_authorship" VALUES(47,'Soufiane','','Belharbi','',0,0,'',2,8);
INSERT INTO "publications_authorship" VALUES(48,'Marco','','Pedersoli','',0,1,'',3,8);
INSERT INTO "publications_authorship" VALUES(49,'Alessandro Lameiras','','Koerich','',0,2,'',14,8);
INSERT INTO "publications_authorship" VALUES(50,'Simon','','Bacon','',0,3,'',16,8);
INSERT INTO "publications_authorship" VALUES(51,'Eric','','Granger','',0,4,'',4,8);
INSERT INTO "publications_authorship" VALUES(52,'Muhammad Haseeb','','Aslam','',0,0,'',22,9);
INSERT INTO "publications_authorship" VALUES(53,'Muhammad Osama','','Zeeshan','',0,1,'',23,9);
INSERT INTO "publications_authorship" VALUES(54,'Soufiane','','Belharbi','',0,2,'',2,9);
INSERT INTO "publications_authorship" VALUES(55,'Marco','','Pedersoli','',0,3,'',3,9);
INSERT INTO "publications_authorship" VALUES(56,'Alessandro Lameiras','','Koerich','',0,4,'',14,9);
INSERT INTO "publications_authorship" VALUES(57,'Simon','','Bacon','',0,5,'',16,9);
INSERT INTO "publications_authorship" VALUES(58,'Eric','','Granger','',0,6,'',4,9);
INSERT INTO "publications_authorship" VALUES(59,'Muhammad Osama','','Zeeshan','',0,0,'',23,10);
INSERT INTO "publications_authorship" VALUES(60,'Muhammad Haseeb','','Aslam','',0,1,'',22,10);
INSERT INTO "publications_authorship" VALUES(61,'Soufiane','','Belharbi','',0,2,'',2,10);
INSERT INTO "publications_authorship" VALUES(62,'Alessandro Lameiras','','Koerich','',0,3,'',14,10);
INSERT INTO "publications_authorship" VALUES(63,'Marco','','Pedersoli','',0,4,'',3,10);
INSERT INTO "publications_authorship" VALUES(64,'Simon','','Bacon','',0,5,'',16,10);
INSERT INTO "publications_authorship" VALUES(65,'Eric','','Granger','',0,6,'',4,10);
INSERT INTO "publications_authorship" VALUES(66,'Shakeeb','','Murtaza','',0,0,'',1,11);
INSERT INTO "publications_authorship" VALUES(67,'Soufiane','','Belharbi','',0,1,'',2,11);
INSERT INTO "publications_authorship" VALUES(68,'Marco','','Pedersoli','',0,2,'',3,11);
INSERT INTO "publications_authorship" VALUES(69,'Aydin','','Sarraf','',0,3,'',24,11);
INSERT INTO "publications_authorship" VALUES(70,'Eric','','Granger','',0,4,'',4,11);
INSERT INTO "publications_authorship" VALUES(71,'Jérôme','','Rony','',0,0,'',25,12);
INSERT INTO "publications_authorship" VALUES(72,'Soufiane','','Belharbi','',0,1,'',2,12);
INSERT INTO "publications_authorship" VALUES(73,'Jose','','Dolz','',0,2,'',26,12);
INSERT INTO "publications_authorship" VALUES(74,'Ismail','','Ben Ayed','',0,3,'',5,12);
INSERT INTO "publications_authorship" VALUES(75,'Luke','','McCaffrey','',0,4,'',6,12);
INSERT INTO "publications_authorship" VALUES(76,'Eric','','Granger','',0,5,'',4,12);
INSERT INTO "publications_authorship" VALUES(77,'Shakeeb','','Murtaza','',0,0,'',1,13);
INSERT INTO "publications_authorship" VALUES(78,'Soufiane','','Belharbi','',0,1,'',2,13);
INSERT INTO "publications_authorship" VALUES(79,'Marco','','Pedersoli','',0,2,'',3,13);
INSERT INTO "publications_authorship" VALUES(80,'Aydin','','Sarraf','',0,3,'',24,13);
INSERT INTO "publications_authorship" VALUES(81,'Eric','','Granger','',0,4,'',4,13);
INSERT INTO "publications_authorship" VALUES(82,'S.','','Belharbi','',0,0,'',2,14);
INSERT INTO "publications_authorship" VALUES(83,'I.','','Ben Ayed','',0,1,'',5,14);
INSERT INTO "publications_authorship" VALUES(84,'L.','','McCaffrey','',0,2,'',6,14);
INSERT INTO "publications_authorship" VALUES(85,'E.','','Granger','',0,3,'',4,14);
INSERT INTO "publications_authorship" VALUES(86,'Soufiane','','Belharbi','',0,0,'',2,16);
INSERT INTO "publications_authorship" VALUES(87,'Marco','','Pedersoli','',0,1,'',3,16);
INSERT INTO "publications_authorship" VALUES(88,'Ismail','','Ben Ayed','',0,2,'',5,16);
INSERT INTO "publications_authorship" VALUES(89,'Luke','','McCaffrey','',0,3,'',6,16);
INSERT INTO "publications_authorship" VALUES(90,'Eric','','Granger','',0,4,'',4,16);
INSERT INTO "publications_authorship" VALUES(91,'Soufiane','','Belharbi','',0,0,'',2,17);
INSERT INTO "publications_authorship" VALUES(92,'Aydin','','Sarraf','',0,1,'',24,17);
INSERT INTO "publications_authorship" VALUES(93,'Marco','','Pedersoli','',0,2,'',3,17);
INSERT INTO "publications_authorship" VALUES(94,'Ismail','','Ben Ayed','',0,3,'',5,17);
INSERT INTO "publications_authorship" VALUES(95,'Luke','','McCaffrey','',0,4,'',6,17);
INSERT INTO "publications_authorship" VALUES(96,'Eric','','Granger','',0,5,'',4,17);
INSERT INTO "publications_authorship" VALUES(97,'Soufiane','','Belharbi','',0,0,'',2,18);
INSERT INTO "publications_authorship" VALUES(98,'Jérôme','','Rony','',0,1,'',25,18);
INSERT INTO "publications_authorship" VALUES(99,'Jose','','Dolz','',0,2,'',26,18);
INSERT INTO "publications_authorship" VALUES(100,'Ismail','','Ben Ayed','',0,3,'',5,18);
INSERT INTO "publications_authorship" VALUES(101,'Luke','','McCaffrey','',0,4,'',6,18);
INSERT INTO "publications_authorship" VALUES(102,'Eric','','Granger','',0,5,'',4,18);
INSERT INTO "publications_authorship" VALUES(103,'S.','','Belharbi','',0,0,'',2,19);
CREATE TABLE "publications_bibentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "source" varchar(300) NOT NULL, "key" varchar(300) NOT NULL, "ordinal" integer unsigned NOT NULL CHECK ("ordinal" >= 0), "place" integer unsigned NOT NULL CHECK ("place" >= 0), "line" integer unsigned NOT NULL CHECK ("line" >= 0), "raw" text NOT NULL, "hash" varchar(64) NOT NULL, "macros" text NOT NULL CHECK ((JSON_VALID("macros") OR "macros" IS NULL)), "inherited" text NOT NULL CHECK ((JSON_VALID("inherited") OR "inherited" IS NULL)), "repaired" text NOT NULL, "columns" text NOT NULL CHECK ((JSON_VALID("columns") OR "columns" IS NULL)), "is_primary" bool NOT NULL, "run_id" bigint NULL REFERENCES "publications_importrun" ("id") DEFERRABLE INITIALLY DEFERRED, "publication_id" bigint NOT NULL REFERENCES "publications_publication" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_entry_per_place" UNIQUE ("source", "key", "ordinal"));
INSERT INTO "publications_bibentry" VALUES(1,'demo.bib','murtaza2025tedloc',0,0,3,'@article{murtaza2025tedloc,
  author        = {Murtaza, Shakeeb and Belharbi, Soufiane and Pedersoli, Marco and Granger, Eric},
  title         = {{TeD-Loc}: Text Distillation for Weakly Supervised Object Localization},
  journal       = {CoRR},
  volume        = {abs/2501.12632},
  year          = {2025},
  month         = jan,
  eprint        = {2501.12632},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2501.12632},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2501.12632;
                   [Code]:https://github.com/shakeebmurtaza/TeDLOC},
}','766211a9fd8c82ab804c75b906ed24b583aae803b8ca73ed6d33f0819f129692','{}','{}','','{"entry_type": "article", "citation_key": "murtaza2025tedloc", "title": "TeD-Loc: Text Distillation for Weakly Supervised Object Localization", "venue": "CoRR", "volume": "abs/2501.12632", "arxiv_id": "2501.12632", "kind": "preprint", "year": 2025, "month": 1, "authors": [{"family": "Murtaza", "given": "Shakeeb"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2501.12632"}, {"label": "Code", "url": "https://github.com/shakeebmurtaza/TeDLOC"}]}',1,1,1);
INSERT INTO "publications_bibentry" VALUES(2,'demo.bib','belharbi2025colocam',0,1,17,'@article{belharbi2025colocam,
  author        = {Belharbi, Soufiane and Murtaza, Shakeeb and Pedersoli, Marco and Ben Ayed, Ismail and McCaffrey, Luke and Granger, Eric},
  title         = {{CoLo-CAM}: Class Activation Mapping for Object Co-Localization in Weakly-Labeled Unconstrained Videos},
  journal       = {Pattern Recognition},
  volume        = {162},
  pages         = {111358},
  year          = {2025},
  month         = jan,
  doi           = {10.1016/j.patcog.2025.111358},
  eprint        = {2303.09044},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2303.09044},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2303.09044;
                   [Code]:https://github.com/sbelharbi/colo-cam},
}','c0e84f47d93ccbc4d578647ce30dc2bb5a4b203f11b4f885b8a0fee1107936c8','{}','{}','','{"entry_type": "article", "citation_key": "belharbi2025colocam", "title": "CoLo-CAM: Class Activation Mapping for Object Co-Localization in Weakly-Labeled Unconstrained Videos", "venue": "Pattern Recognition", "volume": "162", "pages": "111358", "doi": "10.1016/j.patcog.2025.111358", "arxiv_id": "2303.09044", "kind": "article", "year": 2025, "month": 1, "authors": [{"family": "Belharbi", "given": "Soufiane"}, {"family": "Murtaza", "given": "Shakeeb"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Ben Ayed", "given": "Ismail"}, {"family": "McCaffrey", "given": "Luke"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2303.09044"}, {"label": "Code", "url": "https://github.com/sbelharbi/colo-cam"}]}',1,1,2);
INSERT INTO "publications_bibentry" VALUES(3,'demo.bib','murtaza2025realistic',0,2,33,'@inproceedings{murtaza2025realistic,
  author        = {Murtaza, Shakeeb and Belharbi, Soufiane and Pedersoli, Marco and Granger, Eric},
  title         = {A Realistic Protocol for Evaluation of Weakly Supervised Object Localization},
  booktitle     = {WACV},
  year          = {2025},
  eprint        = {2404.10034},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2404.10034},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2404.10034;
                   [Code]:https://github.com/shakeebmurtaza/wsol_model_selection},
}','e7c530e3e8f22a314a86db02cd7a0a780b9cd2d1cf03b0f818857ed14768f1e5','{}','{}','','{"entry_type": "inproceedings", "citation_key": "murtaza2025realistic", "title": "A Realistic Protocol for Evaluation of Weakly Supervised Object Localization", "venue": "WACV", "arxiv_id": "2404.10034", "kind": "conference", "year": 2025, "authors": [{"family": "Murtaza", "given": "Shakeeb"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2404.10034"}, {"label": "Code", "url": "https://github.com/shakeebmurtaza/wsol_model_selection"}]}',1,1,3);
INSERT INTO "publications_bibentry" VALUES(4,'demo.bib','belharbi2024srcaco2',0,3,45,'@inproceedings{belharbi2024srcaco2,
  author        = {Belharbi, Soufiane and Whitford, Mara KM and Hoang, Phuong and Murtaza, Shakeeb and McCaffrey, Luke and Granger, Eric},
  title         = {{SR-CACO-2}: A Dataset for Confocal Fluorescence Microscopy Image Super-Resolution},
  booktitle     = {NeurIPS},
  year          = {2024},
  month         = sep,
  eprint        = {2406.09168},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2406.09168},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2406.09168;
                   [Code]:https://github.com/sbelharbi/sr-caco-2;
                   [Download Dataset]:https://github.com/sbelharbi/sr-caco-2?tab=readme-ov-file#download-sr-caco-2;
                   [Page]:/sr-caco-2/},
}','456f689e62db01fa0c879a82c49ffbc8849823026f56a80578f4bcdad950faa6','{}','{}','','{"entry_type": "inproceedings", "citation_key": "belharbi2024srcaco2", "title": "SR-CACO-2: A Dataset for Confocal Fluorescence Microscopy Image Super-Resolution", "venue": "NeurIPS", "arxiv_id": "2406.09168", "kind": "conference", "year": 2024, "month": 9, "authors": [{"family": "Belharbi", "given": "Soufiane"}, {"family": "Whitford", "given": "Mara KM"}, {"family": "Hoang", "given": "Phuong"}, {"family": "Murtaza", "given": "Shakeeb"}, {"family": "McCaffrey", "given": "Luke"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2406.09168"}, {"label": "Code", "url": "https://github.com/sbelharbi/sr-caco-2"}, {"label": "Download Dataset", "url": "https://github.com/sbelharbi/sr-caco-2?tab=readme-ov-file#download-sr-caco-2"}, {"label": "Page", "url": "/sr-caco-2/"}]}',1,1,4);
INSERT INTO "publications_bibentry" VALUES(5,'demo.bib','richet2024textualized',0,4,60,'@inproceedings{richet2024textualized,
  author        = {Richet, Nicolas and Belharbi, Soufiane and Aslam, Haseeb and Schadt, Meike Emilie and González-González, Manuela and Cortal, Gustave and Koerich, Alessandro Lameiras and Pedersoli, Marco and Finkel, Alain and Bacon, Simon and Granger, Eric},
  title         = {Textualized and Feature-based Models for Compound Multimodal Emotion Recognition in the Wild},
  booktitle     = {ECCV Workshops},
  year          = {2024},
  month         = aug,
  eprint        = {2407.12927},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2407.12927},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2407.12927;
                   [Code text-based]:https://github.com/nicolas-richet/feature-vs-text-compound-emotion;
                   [Code feature-based]:https://github.com/sbelharbi/feature-vs-text-compound-emotion},
}','1ec1bea8aa7e6c9472bffd50f73172d36b8dcdfa9f2e48af33955b03408cb092','{}','{}','','{"entry_type": "inproceedings", "citation_key": "richet2024textualized", "title": "Textualized and Feature-based Models for Compound Multimodal Emotion Recognition in the Wild", "venue": "ECCV Workshops", "arxiv_id": "2407.12927", "kind": "conference", "year": 2024, "month": 8, "authors": [{"family": "Richet", "given": "Nicolas"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Aslam", "given": "Haseeb"}, {"family": "Schadt", "given": "Meike Emilie"}, {"family": "González-González", "given": "Manuela"}, {"family": "Cortal", "given": "Gustave"}, {"family": "Koerich", "given": "Alessandro Lameiras"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Finkel", "given": "Alain"}, {"family": "Bacon", "given": "Simon"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2407.12927"}, {"label": "Code text-based", "url": "https://github.com/nicolas-richet/feature-vs-text-compound-emotion"}, {"label": "Code feature-based", "url": "https://github.com/sbelharbi/feature-vs-text-compound-emotion"}]}',1,1,5);
INSERT INTO "publications_bibentry" VALUES(6,'demo.bib','guichemerre2024sourcefree',0,5,74,'@inproceedings{guichemerre2024sourcefree,
  author        = {Guichemerre, Alexis and Belharbi, Soufiane and Mayet, Tsiry and Murtaza, Shakeeb and Shamsolmoali, Pourya and McCaffrey, Luke and Granger, Eric},
  title         = {Source-Free Domain Adaptation of Weakly-Supervised Object Localization Models for Histology},
  booktitle     = {CVPR Workshops},
  year          = {2024},
  month         = apr,
  eprint        = {2404.19113},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2404.19113},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2404.19113;
                   [Code]:https://github.com/AlexisGuichemerreCode/survey_hist_wsol_sfda},
}','3274bb8007500fc788dc876c6ff286f5d0e1d6ff40bf0d734c4ff5a86576d433','{}','{}','','{"entry_type": "inproceedings", "citation_key": "guichemerre2024sourcefree", "title": "Source-Free Domain Adaptation of Weakly-Supervised Object Localization Models for Histology", "venue": "CVPR Workshops", "arxiv_id": "2404.19113", "kind": "conference", "year": 2024, "month": 4, "authors": [{"family": "Guichemerre", "given": "Alexis"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Mayet", "given": "Tsiry"}, {"family": "Murtaza", "given": "Shakeeb"}, {"family": "Shamsolmoali", "given": "Pourya"}, {"family": "McCaffrey", "given": "Luke"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2404.19113"}, {"label": "Code", "url": "https://github.com/AlexisGuichemerreCode/survey_hist_wsol_sfda"}]}',1,1,6);
INSERT INTO "publications_bibentry" VALUES(7,'demo.bib','waligora2024joint',0,6,87,'@inproceedings{waligora2024joint,
  author        = {Waligora, Paul and Aslam, Haseeb and Zeeshan, Osama and Belharbi, Soufiane and Koerich, Alessandro Lameiras and Pedersoli, Marco and Bacon, Simon and Granger, Eric},
  title         = {Joint Multimodal Transformer for Dimensional Emotional Recognition in the Wild},
  booktitle     = {CVPR Workshops},
  year          = {2024},
  month         = apr,
  eprint        = {2403.10488},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2403.10488},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2403.10488;
                   [Code]:https://github.com/PoloWlg/Joint-Multimodal-Transformer-6th-ABAW},
}','383ad55c46cea0839a9a05026335a126b86acd4f46672de1526e2474161768e6','{}','{}','','{"entry_type": "inproceedings", "citation_key": "waligora2024joint", "title": "Joint Multimodal Transformer for Dimensional Emotional Recognition in the Wild", "venue": "CVPR Workshops", "arxiv_id": "2403.10488", "kind": "conference", "year": 2024, "month": 4, "authors": [{"family": "Waligora", "given": "Paul"}, {"family": "Aslam", "given": "Haseeb"}, {"family": "Zeeshan", "given": "Osama"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Koerich", "given": "Alessandro Lameiras"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Bacon", "given": "Simon"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2403.10488"}, {"label": "Code", "url": "https://github.com/PoloWlg/Joint-Multimodal-Transformer-6th-ABAW"}]}',1,1,7);
INSERT INTO "publications_bibentry" VALUES(8,'demo.bib','belharbi2024guided',0,7,100,'@inproceedings{belharbi2024guided,
  author        = {Belharbi, Soufiane and Pedersoli, Marco and Koerich, Alessandro Lameiras and Bacon, Simon and Granger, Eric},
  title         = {Guided Interpretable Facial Expression Recognition via Spatial Action Unit Cues},
  booktitle     = {FG},
  year          = {2024},
  month         = mar,
  eprint        = {2402.00281},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2402.00281},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2402.00281;
                   [Code]:https://github.com/sbelharbi/interpretable-fer-aus},
}','58e7ce882fbe4d02a1a75f37e132694d81b078d87b62b60ee836bff99c6e476c','{}','{}','','{"entry_type": "inproceedings", "citation_key": "belharbi2024guided", "title": "Guided Interpretable Facial Expression Recognition via Spatial Action Unit Cues", "venue": "FG", "arxiv_id": "2402.00281", "kind": "conference", "year": 2024, "month": 3, "authors": [{"family": "Belharbi", "given": "Soufiane"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Koerich", "given": "Alessandro Lameiras"}, {"family": "Bacon", "given": "Simon"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2402.00281"}, {"label": "Code", "url": "https://github.com/sbelharbi/interpretable-fer-aus"}]}',1,1,8);
INSERT INTO "publications_bibentry" VALUES(9,'demo.bib','aslam2024distilling',0,8,113,'@inproceedings{aslam2024distilling,
  author        = {Aslam, Muhammad Haseeb and Zeeshan, Muhammad Osama and Belharbi, Soufiane and Pedersoli, Marco and Koerich, Alessandro Lameiras and Bacon, Simon and Granger, Eric},
  title         = {Distilling Privileged Multimodal Information for Expression Recognition using Optimal Transport},
  booktitle     = {FG},
  year          = {2024},
  month         = mar,
  eprint        = {2401.15489},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2401.15489},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2401.15489;
                   [Code]:https://github.com/haseebaslam95/PKDOT},
}','ee39c689ccfd49581fdf51c5312715d375393862c5a912b10570fe6c8e69bfdc','{}','{}','','{"entry_type": "inproceedings", "citation_key": "aslam2024distilling", "title": "Distilling Privileged Multimodal Information for Expression Recognition using Optimal Transport", "venue": "FG", "arxiv_id": "2401.15489", "kind": "conference", "year": 2024, "month": 3, "authors": [{"family": "Aslam", "given": "Muhammad Haseeb"}, {"family": "Zeeshan", "given": "Muhammad Osama"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Koerich", "given": "Alessandro Lameiras"}, {"family": "Bacon", "given": "Simon"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2401.15489"}, {"label": "Code", "url": "https://github.com/haseebaslam95/PKDOT"}]}',1,1,9);
INSERT INTO "publications_bibentry" VALUES(10,'demo.bib','zeeshan2024subject',0,9,126,'@inproceedings{zeeshan2024subject,
  author        = {Zeeshan, Muhammad Osama and Aslam, Muhammad Haseeb and Belharbi, Soufiane and Koerich, Alessandro Lameiras and Pedersoli, Marco and Bacon, Simon and Granger, Eric},
  title         = {Subject-Based Domain Adaptation for Facial Expression Recognition},
  booktitle     = {FG},
  year          = {2024},
  month         = mar,
  eprint        = {2312.05632},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2312.05632},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2312.05632;
                   [Code]:https://github.com/osamazeeshan/Subject-Based-Domain-Adaptation-for-FER},
}','7ccffa0b82f0868323549115515c46a9545080e35e5858a8de05a059c7de8c5d','{}','{}','','{"entry_type": "inproceedings", "citation_key": "zeeshan2024subject", "title": "Subject-Based Domain Adaptation for Facial Expression Recognition", "venue": "FG", "arxiv_id": "2312.05632", "kind": "conference", "year": 2024, "month": 3, "authors": [{"family": "Zeeshan", "given": "Muhammad Osama"}, {"family": "Aslam", "given": "Muhammad Haseeb"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Koerich", "given": "Alessandro Lameiras"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Bacon", "given": "Simon"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2312.05632"}, {"label": "Code", "url": "https://github.com/osamazeeshan/Subject-Based-Domain-Adaptation-for-FER"}]}',1,1,10);
INSERT INTO "publications_bibentry" VALUES(11,'demo.bib','murtaza2023dips',0,10,139,'@article{murtaza2023dips,
  author        = {Murtaza, Shakeeb and Belharbi, Soufiane and Pedersoli, Marco and Sarraf, Aydin and Granger, Eric},
  title         = {{DiPS}: Discriminative Pseudo-Label Sampling with Self-Supervised Transformers for Weakly Supervised Object Localization},
  journal       = {Image and Vision Computing},
  year          = {2023},
  month         = oct,
  eprint        = {2310.06196},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2310.06196},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2310.06196;
                   [Code]:https://github.com/shakeebmurtaza/dips},
}','2a18102291d0469439dc96e2f481872fb6d9ec50b7d25371532f4a47dd766327','{}','{}','','{"entry_type": "article", "citation_key": "murtaza2023dips", "title": "DiPS: Discriminative Pseudo-Label Sampling with Self-Supervised Transformers for Weakly Supervised Object Localization", "venue": "Image and Vision Computing", "arxiv_id": "2310.06196", "kind": "article", "year": 2023, "month": 10, "authors": [{"family": "Murtaza", "given": "Shakeeb"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Sarraf", "given": "Aydin"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2310.06196"}, {"label": "Code", "url": "https://github.com/shakeebmurtaza/dips"}]}',1,1,11);
INSERT INTO "publications_bibentry" VALUES(12,'demo.bib','rony2023survey',0,11,152,'@article{rony2023survey,
  author        = {Rony, Jérôme and Belharbi, Soufiane and Dolz, Jose and Ben Ayed, Ismail and McCaffrey, Luke and Granger, Eric},
  title         = {Deep Weakly-Supervised Learning Methods for Classification and Localization in Histology Images: A Survey},
  journal       = {MELBA},
  year          = {2023},
  month         = mar,
  url           = {https://www.melba-journal.org/papers/2023:004.html},
  pllinks       = {[Webpage]:https://www.melba-journal.org/papers/2023:004.html;
                   [PDF]:https://www.melba-journal.org/pdf/2023:004.pdf;
                   [Code]:https://github.com/jeromerony/survey_wsl_histology;
                   [MIDL2023 poster]:https://sbelharbi.github.io/publications/2023/poster-midl-2023.pdf},
}','fd260d9f41d1508c0ca13079f0f6cc8cfe7758197da6ec25d6214a5dc471f47b','{}','{}','','{"entry_type": "article", "citation_key": "rony2023survey", "title": "Deep Weakly-Supervised Learning Methods for Classification and Localization in Histology Images: A Survey", "venue": "MELBA", "kind": "article", "year": 2023, "month": 3, "authors": [{"family": "Rony", "given": "Jérôme"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Dolz", "given": "Jose"}, {"family": "Ben Ayed", "given": "Ismail"}, {"family": "McCaffrey", "given": "Luke"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "Webpage", "url": "https://www.melba-journal.org/papers/2023:004.html"}, {"label": "PDF", "url": "https://www.melba-journal.org/pdf/2023:004.pdf"}, {"label": "Code", "url": "https://github.com/jeromerony/survey_wsl_histology"}, {"label": "MIDL2023 poster", "url": "https://sbelharbi.github.io/publications/2023/poster-midl-2023.pdf"}]}',1,1,12);
INSERT INTO "publications_bibentry" VALUES(13,'demo.bib','murtaza2023discriminative',0,12,165,'@inproceedings{murtaza2023discriminative,
  author        = {Murtaza, Shakeeb and Belharbi, Soufiane and Pedersoli, Marco and Sarraf, Aydin and Granger, Eric},
  title         = {Discriminative Sampling of Proposals in Self-Supervised Transformers for Weakly Supervised Object Localization},
  booktitle     = {WACV Workshops},
  year          = {2023},
  eprint        = {2209.09209},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2209.09209},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2209.09209;
                   [Code]:https://github.com/shakeebmurtaza/dips},
}','92f3514e247c76cc157f3cf418e231be82bfbcdd665812ea877d41637b9b443f','{}','{}','','{"entry_type": "inproceedings", "citation_key": "murtaza2023discriminative", "title": "Discriminative Sampling of Proposals in Self-Supervised Transformers for Weakly Supervised Object Localization", "venue": "WACV Workshops", "arxiv_id": "2209.09209", "kind": "conference", "year": 2023, "authors": [{"family": "Murtaza", "given": "Shakeeb"}, {"family": "Belharbi", "given": "Soufiane"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Sarraf", "given": "Aydin"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2209.09209"}, {"label": "Code", "url": "https://github.com/shakeebmurtaza/dips"}]}',1,1,13);
INSERT INTO "publications_bibentry" VALUES(14,'demo.bib','belharbi2023tcam',0,13,177,'@inproceedings{belharbi2023tcam,
  author        = {Belharbi, S. and Ben Ayed, I. and McCaffrey, L. and Granger, E.},
  title         = {{TCAM}: Temporal Class Activation Maps for Object Localization in Weakly-Labeled Unconstrained Videos},
  booktitle     = {WACV},
  year          = {2023},
  eprint        = {2208.14542},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2208.14542},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2208.14542;
                   [Code]:https://github.com/sbelharbi/tcam-wsol-video},
}','68f3364e3102f32f378f6f7ccb95a330d0d408b1b9e28a4a7b2c2c93cac0e95f','{}','{}','','{"entry_type": "inproceedings", "citation_key": "belharbi2023tcam", "title": "TCAM: Temporal Class Activation Maps for Object Localization in Weakly-Labeled Unconstrained Videos", "venue": "WACV", "arxiv_id": "2208.14542", "kind": "conference", "year": 2023, "authors": [{"family": "Belharbi", "given": "S."}, {"family": "Ben Ayed", "given": "I."}, {"family": "McCaffrey", "given": "L."}, {"family": "Granger", "given": "E."}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2208.14542"}, {"label": "Code", "url": "https://github.com/sbelharbi/tcam-wsol-video"}]}',1,1,14);
INSERT INTO "publications_bibentry" VALUES(15,'demo.bib','constrained2022sampling',0,14,189,'@inproceedings{constrained2022sampling,
  title         = {Constrained Sampling for Class-Agnostic Weakly Supervised Object Localization},
  booktitle     = {Montreal AI Symposium},
  year          = {2022},
  month         = sep,
  eprint        = {2209.09195},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2209.09195},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2209.09195;
                   [Code]:https://github.com/shakeebmurtaza/dips},
}','e11613cbcaf6987fa910aef2378465349e89e8640314b13dd4b7465639c71683','{}','{}','','{"entry_type": "inproceedings", "citation_key": "constrained2022sampling", "title": "Constrained Sampling for Class-Agnostic Weakly Supervised Object Localization", "venue": "Montreal AI Symposium", "arxiv_id": "2209.09195", "kind": "conference", "year": 2022, "month": 9, "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2209.09195"}, {"label": "Code", "url": "https://github.com/shakeebmurtaza/dips"}]}',1,1,15);
INSERT INTO "publications_bibentry" VALUES(16,'demo.bib','belharbi2022negev',0,15,201,'@inproceedings{belharbi2022negev,
  author        = {Belharbi, Soufiane and Pedersoli, Marco and Ben Ayed, Ismail and McCaffrey, Luke and Granger, Eric},
  title         = {Negative Evidence Matters in Interpretable Histology Image Classification},
  booktitle     = {Proceedings of The 5th International Conference on Medical Imaging with Deep Learning},
  series        = {PMLR},
  volume        = {172},
  pages         = {103--129},
  year          = {2022},
  month         = feb,
  eprint        = {2201.02445},
  archiveprefix = {arXiv},
  url           = {https://proceedings.mlr.press/v172/belharbi22a.html},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2201.02445;
                   [Code]:https://github.com/sbelharbi/negev},
}','6e833afe5714a9a2cb6420e43df7b19ec297008fac90cb4ea7fdac6cfa3889e6','{}','{}','','{"entry_type": "inproceedings", "citation_key": "belharbi2022negev", "title": "Negative Evidence Matters in Interpretable Histology Image Classification", "venue": "Proceedings of The 5th International Conference on Medical Imaging with Deep Learning", "volume": "172", "pages": "103–129", "series": "PMLR", "arxiv_id": "2201.02445", "kind": "conference", "year": 2022, "month": 2, "authors": [{"family": "Belharbi", "given": "Soufiane"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Ben Ayed", "given": "Ismail"}, {"family": "McCaffrey", "given": "Luke"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2201.02445"}, {"label": "Code", "url": "https://github.com/sbelharbi/negev"}, {"label": "Web page", "url": "https://proceedings.mlr.press/v172/belharbi22a.html"}]}',1,1,16);
INSERT INTO "publications_bibentry" VALUES(17,'demo.bib','belharbi2022fcam',0,16,217,'@inproceedings{belharbi2022fcam,
  author        = {Belharbi, Soufiane and Sarraf, Aydin and Pedersoli, Marco and Ben Ayed, Ismail and McCaffrey, Luke and Granger, Eric},
  title         = {{F-CAM}: Full Resolution Class Activation Maps via Guided Parametric Upscaling},
  booktitle     = {Proceedings of the IEEE/CVF Winter Conference on Applications of Computer Vision (WACV)},
  pages         = {3490--3499},
  year          = {2022},
  month         = jan,
  eprint        = {2109.07069},
  archiveprefix = {arXiv},
  url           = {https://openaccess.thecvf.com/content/WACV2022/html/Belharbi_F-CAM_Full_Resolution_Class_Activation_Maps_via_Guided_Parametric_Upscaling_WACV_2022_paper.html},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2109.07069;
                   [Code]:https://github.com/sbelharbi/fcam-wsol},
}','c260a6d1e5d4a9a53fac461399f987a941ab206029a86deb9921dc74901cfe91','{}','{}','','{"entry_type": "inproceedings", "citation_key": "belharbi2022fcam", "title": "F-CAM: Full Resolution Class Activation Maps via Guided Parametric Upscaling", "venue": "Proceedings of the IEEE/CVF Winter Conference on Applications of Computer Vision (WACV)", "pages": "3490–3499", "arxiv_id": "2109.07069", "kind": "conference", "year": 2022, "month": 1, "authors": [{"family": "Belharbi", "given": "Soufiane"}, {"family": "Sarraf", "given": "Aydin"}, {"family": "Pedersoli", "given": "Marco"}, {"family": "Ben Ayed", "given": "Ismail"}, {"family": "McCaffrey", "given": "Luke"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2109.07069"}, {"label": "Code", "url": "https://github.com/sbelharbi/fcam-wsol"}, {"label": "Web page", "url": "https://openaccess.thecvf.com/content/WACV2022/html/Belharbi_F-CAM_Full_Resolution_Class_Activation_Maps_via_Guided_Parametric_Upscaling_WACV_2022_paper.html"}]}',1,1,17);
INSERT INTO "publications_bibentry" VALUES(18,'demo.bib','belharbi2022maxmin',0,17,231,'@article{belharbi2022maxmin,
  author        = {Belharbi, Soufiane and Rony, Jérôme and Dolz, Jose and Ben Ayed, Ismail and McCaffrey, Luke and Granger, Eric},
  title         = {Deep Interpretable Classification and Weakly-Supervised Segmentation of Histology Images via Max-Min Uncertainty},
  journal       = {IEEE Transactions on Medical Imaging},
  year          = {2022},
  month         = mar,
  eprint        = {2011.07221},
  archiveprefix = {arXiv},
  url           = {https://arxiv.org/abs/2011.07221},
  pllinks       = {[arXiv]:https://arxiv.org/pdf/2011.07221;
                   [Code]:https://github.com/sbelharbi/deep-wsl-histo-min-max-uncertainty},
}','33c1d29e92ec217c3159393d9a4c5de2852df59533c095266cf9c9acb16230c6','{}','{}','','{"entry_type": "article", "citation_key": "belharbi2022maxmin", "title": "Deep Interpretable Classification and Weakly-Supervised Segmentation of Histology Images via Max-Min Uncertainty", "venue": "IEEE Transactions on Medical Imaging", "arxiv_id": "2011.07221", "kind": "article", "year": 2022, "month": 3, "authors": [{"family": "Belharbi", "given": "Soufiane"}, {"family": "Rony", "given": "Jérôme"}, {"family": "Dolz", "given": "Jose"}, {"family": "Ben Ayed", "given": "Ismail"}, {"family": "McCaffrey", "given": "Luke"}, {"family": "Granger", "given": "Eric"}], "links": [{"label": "arXiv", "url": "https://arxiv.org/pdf/2011.07221"}, {"label": "Code", "url": "https://github.com/sbelharbi/deep-wsl-histo-min-max-uncertainty"}]}',1,1,18);
INSERT INTO "publications_bibentry" VALUES(19,'demo.bib','sbelharbiphd2018',0,18,244,'@phdthesis{sbelharbiphd2018,
  author = {Belharbi, S.},
  title = {Neural Networks Regularization Through Representation Learning},
  school = {Normandie Université, INSA Rouen Normandie, LITIS laboratory},
  year = {2018},
  pages = {196},
  note = {Supervisor: Sébastien Adam, Advisors: Clément Chatelain, Romain Hérault},
  url = {https://arxiv.org/pdf/1807.05292},
  pllinks = {[ArXiv]:https://arxiv.org/pdf/1807.05292;
             [HAL-Thèse]:https://tel.archives-ouvertes.fr/tel-01835035;
             [Presentation]:https://sbelharbi.github.io/publications/2018/presentation-phd-defense-2018.pdf}
}','3bd3c55e8aeefcbcd930366068a9a24f144e0737db0fb801f197658058084487','{}','{}','','{"entry_type": "phdthesis", "citation_key": "sbelharbiphd2018", "title": "Neural Networks Regularization Through Representation Learning", "pages": "196", "institution": "Normandie Université, INSA Rouen Normandie, LITIS laboratory", "arxiv_id": "1807.05292", "hal_id": "tel-01835035", "note": "Supervisor: Sébastien Adam, Advisors: Clément Chatelain, Romain Hérault", "kind": "thesis", "year": 2018, "authors": [{"family": "Belharbi", "given": "S."}], "links": [{"label": "ArXiv", "url": "https://arxiv.org/pdf/1807.05292"}, {"label": "HAL-Thèse", "url": "https://tel.archives-ouvertes.fr/tel-01835035"}, {"label": "Presentation", "url": "https://sbelharbi.github.io/publications/2018/presentation-phd-defense-2018.pdf"}]}',1,1,19);
CREATE TABLE "publications_importrun" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "state" varchar(10) NOT NULL, "sources" text NOT NULL CHECK ((JSON_VALID("sources") OR "sources" IS NULL)), "options" text NOT NULL CHECK ((JSON_VALID("options") OR "options" IS NULL)), "report" text NOT NULL CHECK ((JSON_VALID("report") OR "report" IS NULL)), "before" text NOT NULL CHECK ((JSON_VALID("before") OR "before" IS NULL)), "user_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "publications_importrun" VALUES(1,'2026-11-26 20:39:50.623536','applied','["demo.bib"]','{"update": "keep", "select": [], "draft": false}','{"counts": {"found": 19, "created": 19, "updated": 0, "unchanged": 0, "merged": 0, "skipped": 0}, "entries": [{"file": "demo.bib", "line": 3, "key": "murtaza2025tedloc", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 17, "key": "belharbi2025colocam", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 33, "key": "murtaza2025realistic", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 45, "key": "belharbi2024srcaco2", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 60, "key": "richet2024textualized", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 74, "key": "guichemerre2024sourcefree", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 87, "key": "waligora2024joint", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 100, "key": "belharbi2024guided", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 113, "key": "aslam2024distilling", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 126, "key": "zeeshan2024subject", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 139, "key": "murtaza2023dips", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 152, "key": "rony2023survey", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 165, "key": "murtaza2023discriminative", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 177, "key": "belharbi2023tcam", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 189, "key": "constrained2022sampling", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 201, "key": "belharbi2022negev", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 217, "key": "belharbi2022fcam", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 231, "key": "belharbi2022maxmin", "outcome": "created", "reason": ""}, {"file": "demo.bib", "line": 244, "key": "sbelharbiphd2018", "outcome": "created", "reason": ""}]}','{"moment": "2026-11-26T20:39:50.629774+00:00", "publications": [], "created": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19], "authors": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26], "topics": []}',NULL);
CREATE TABLE "publications_publication" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "visibility" varchar(10) NOT NULL, "publish_at" datetime NULL, "expire_at" datetime NULL, "created" datetime NOT NULL, "updated" datetime NOT NULL, "entry_type" varchar(50) NOT NULL, "kind" varchar(20) NOT NULL, "citation_key" varchar(300) NOT NULL, "slug" varchar(120) NOT NULL UNIQUE, "title" text NOT NULL, "language" varchar(50) NOT NULL, "and_others" bool NOT NULL, "marks_legend" varchar(500) NOT NULL, "collaboration" varchar(300) NOT NULL, "editors" text NOT NULL, "year" integer NULL, "month" smallint unsigned NULL CHECK ("month" >= 0), "day" smallint unsigned NULL CHECK ("day" >= 0), "date_text" varchar(200) NOT NULL, "status" varchar(20) NOT NULL, "venue" text NOT NULL, "venue_short" varchar(100) NOT NULL, "volume" varchar(100) NOT NULL, "number" varchar(100) NOT NULL, "pages" varchar(100) NOT NULL, "series" varchar(500) NOT NULL, "edition" varchar(100) NOT NULL, "publisher" varchar(500) NOT NULL, "institution" varchar(500) NOT NULL, "location" varchar(500) NOT NULL, "doi" varchar(300) NOT NULL, "arxiv_id" varchar(50) NOT NULL, "arxiv_class" varchar(50) NOT NULL, "isbn" varchar(200) NOT NULL, "issn" varchar(200) NOT NULL, "pmid" varchar(50) NOT NULL, "hal_id" varchar(50) NOT NULL, "abstract" text NOT NULL, "licence" varchar(300) NOT NULL, "note" text NOT NULL, "award" varchar(300) NOT NULL, "award_text" text NOT NULL, "is_selected" bool NOT NULL, "extra" text NOT NULL CHECK ((JSON_VALID("extra") OR "extra" IS NULL)), "title_key" varchar(500) NOT NULL, "pdf_id" bigint NULL REFERENCES "academic_document" ("id") DEFERRABLE INITIALLY DEFERRED, "picture_id" bigint NULL REFERENCES "academic_picture" ("id") DEFERRABLE INITIALLY DEFERRED, "project_page_id" bigint NULL REFERENCES "academic_page" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "publication_month" CHECK (("month" IS NULL OR "month" BETWEEN 1 AND 12)));
INSERT INTO "publications_publication" VALUES(1,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','article','preprint','murtaza2025tedloc','murtaza-2025-ted-loc-text-distillation-weakly','TeD-Loc: Text Distillation for Weakly Supervised Object Localization','',0,'','','',2025,1,NULL,'','','CoRR','','abs/2501.12632','','','','','','','','','2501.12632','','','','','','','','','','',0,'{}','tedloctextdistillationforweaklysupervisedobjectlocalization',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(2,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','article','article','belharbi2025colocam','belharbi-2025-colo-cam-class-activation-mapping','CoLo-CAM: Class Activation Mapping for Object Co-Localization in Weakly-Labeled Unconstrained Videos','',0,'','','',2025,1,NULL,'','','Pattern Recognition','','162','','111358','','','','','','10.1016/j.patcog.2025.111358','2303.09044','','','','','','','','','','',0,'{}','colocamclassactivationmappingforobjectcolocalizationinweaklylabeledunconstrainedvideos',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(3,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','murtaza2025realistic','murtaza-2025-realistic-protocol-evaluation-weakly-supervised','A Realistic Protocol for Evaluation of Weakly Supervised Object Localization','',0,'','','',2025,NULL,NULL,'','','WACV','','','','','','','','','','','2404.10034','','','','','','','','','','',0,'{}','arealisticprotocolforevaluationofweaklysupervisedobjectlocalization',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(4,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.778377','inproceedings','conference','belharbi2024srcaco2','belharbi-2024-sr-caco-2-dataset-confocal','SR-CACO-2: A Dataset for Confocal Fluorescence Microscopy Image Super-Resolution','',0,'','','',2024,9,NULL,'','','NeurIPS','','','','','','','','','','','2406.09168','','','','','','','','','','',0,'{}','srcaco2adatasetforconfocalfluorescencemicroscopyimagesuperresolution',NULL,NULL,2);
INSERT INTO "publications_publication" VALUES(5,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','richet2024textualized','richet-2024-textualized-feature-based-models-compound','Textualized and Feature-based Models for Compound Multimodal Emotion Recognition in the Wild','',0,'','','',2024,8,NULL,'','','ECCV Workshops','','','','','','','','','','','2407.12927','','','','','','','','','','',0,'{}','textualizedandfeaturebasedmodelsforcompoundmultimodalemotionrecognitioninthewild',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(6,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','guichemerre2024sourcefree','guichemerre-2024-source-free-domain-adaptation-weakly','Source-Free Domain Adaptation of Weakly-Supervised Object Localization Models for Histology','',0,'','','',2024,4,NULL,'','','CVPR Workshops','','','','','','','','','','','2404.19113','','','','','','','','','','',0,'{}','sourcefreedomainadaptationofweaklysupervisedobjectlocalizationmodelsforhistology',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(7,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','waligora2024joint','waligora-2024-joint-multimodal-transformer-dimensional-emotional','Joint Multimodal Transformer for Dimensional Emotional Recognition in the Wild','',0,'','','',2024,4,NULL,'','','CVPR Workshops','','','','','','','','','','','2403.10488','','','','','','','','','','',0,'{}','jointmultimodaltransformerfordimensionalemotionalrecognitioninthewild',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(8,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','belharbi2024guided','belharbi-2024-guided-interpretable-facial-expression-recognition','Guided Interpretable Facial Expression Recognition via Spatial Action Unit Cues','',0,'','','',2024,3,NULL,'','','FG','','','','','','','','','','','2402.00281','','','','','','','','','','',0,'{}','guidedinterpretablefacialexpressionrecognitionviaspatialactionunitcues',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(9,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','aslam2024distilling','aslam-2024-distilling-privileged-multimodal-information-expression','Distilling Privileged Multimodal Information for Expression Recognition using Optimal Transport','',0,'','','',2024,3,NULL,'','','FG','','','','','','','','','','','2401.15489','','','','','','','','','','',0,'{}','distillingprivilegedmultimodalinformationforexpressionrecognitionusingoptimaltransport',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(10,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','zeeshan2024subject','zeeshan-2024-subject-based-domain-adaptation-facial','Subject-Based Domain Adaptation for Facial Expression Recognition','',0,'','','',2024,3,NULL,'','','FG','','','','','','','','','','','2312.05632','','','','','','','','','','',0,'{}','subjectbaseddomainadaptationforfacialexpressionrecognition',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(11,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','article','article','murtaza2023dips','murtaza-2023-dips-discriminative-pseudo-label-sampling','DiPS: Discriminative Pseudo-Label Sampling with Self-Supervised Transformers for Weakly Supervised Object Localization','',0,'','','',2023,10,NULL,'','','Image and Vision Computing','','','','','','','','','','','2310.06196','','','','','','','','','','',0,'{}','dipsdiscriminativepseudolabelsamplingwithselfsupervisedtransformersforweaklysupervisedobjectlocalization',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(12,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','article','article','rony2023survey','rony-2023-deep-weakly-supervised-learning-methods','Deep Weakly-Supervised Learning Methods for Classification and Localization in Histology Images: A Survey','',0,'','','',2023,3,NULL,'','','MELBA','','','','','','','','','','','','','','','','','','','','','',0,'{}','deepweaklysupervisedlearningmethodsforclassificationandlocalizationinhistologyimagesasurvey',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(13,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','murtaza2023discriminative','murtaza-2023-discriminative-sampling-proposals-self-supervised','Discriminative Sampling of Proposals in Self-Supervised Transformers for Weakly Supervised Object Localization','',0,'','','',2023,NULL,NULL,'','','WACV Workshops','','','','','','','','','','','2209.09209','','','','','','','','','','',0,'{}','discriminativesamplingofproposalsinselfsupervisedtransformersforweaklysupervisedobjectlocalization',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(14,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','belharbi2023tcam','belharbi-2023-tcam-temporal-class-activation-maps','TCAM: Temporal Class Activation Maps for Object Localization in Weakly-Labeled Unconstrained Videos','',0,'','','',2023,NULL,NULL,'','','WACV','','','','','','','','','','','2208.14542','','','','','','','','','','',0,'{}','tcamtemporalclassactivationmapsforobjectlocalizationinweaklylabeledunconstrainedvideos',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(15,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','constrained2022sampling','2022-constrained-sampling-class-agnostic-weakly','Constrained Sampling for Class-Agnostic Weakly Supervised Object Localization','',0,'','','',2022,9,NULL,'','','Montreal AI Symposium','','','','','','','','','','','2209.09195','','','','','','','','','','',0,'{}','constrainedsamplingforclassagnosticweaklysupervisedobjectlocalization',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(16,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','belharbi2022negev','belharbi-2022-negative-evidence-matters-interpretable-histology','Negative Evidence Matters in Interpretable Histology Image Classification','',0,'','','',2022,2,NULL,'','','Proceedings of The 5th International Conference on Medical Imaging with Deep Learning','','172','','103–129','PMLR','','','','','','2201.02445','','','','','','','','','','',0,'{}','negativeevidencemattersininterpretablehistologyimageclassification',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(17,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','inproceedings','conference','belharbi2022fcam','belharbi-2022-f-cam-full-resolution-class','F-CAM: Full Resolution Class Activation Maps via Guided Parametric Upscaling','',0,'','','',2022,1,NULL,'','','Proceedings of the IEEE/CVF Winter Conference on Applications of Computer Vision (WACV)','','','','3490–3499','','','','','','','2109.07069','','','','','','','','','','',0,'{}','fcamfullresolutionclassactivationmapsviaguidedparametricupscaling',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(18,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','article','article','belharbi2022maxmin','belharbi-2022-deep-interpretable-classification-weakly-supervised','Deep Interpretable Classification and Weakly-Supervised Segmentation of Histology Images via Max-Min Uncertainty','',0,'','','',2022,3,NULL,'','','IEEE Transactions on Medical Imaging','','','','','','','','','','','2011.07221','','','','','','','','','','',0,'{}','deepinterpretableclassificationandweaklysupervisedsegmentationofhistologyimagesviamaxminuncertainty',NULL,NULL,NULL);
INSERT INTO "publications_publication" VALUES(19,'public',NULL,NULL,'2026-11-26 20:39:50.629774','2026-11-26 20:39:50.629774','phdthesis','thesis','sbelharbiphd2018','belharbi-2018-neural-networks-regularization-through-representation','Neural Networks Regularization Through Representation Learning','',0,'','','',2018,NULL,NULL,'','','','','','','196','','','','Normandie Université, INSA Rouen Normandie, LITIS laboratory','','','1807.05292','','','','','tel-01835035','','','Supervisor: Sébastien Adam, Advisors: Clément Chatelain, Romain Hérault','','',0,'{}','neuralnetworksregularizationthroughrepresentationlearning',NULL,NULL,NULL);
CREATE TABLE "publications_publication_topics" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "publication_id" bigint NOT NULL REFERENCES "publications_publication" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NOT NULL REFERENCES "publications_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "publications_topic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(200) NOT NULL UNIQUE, "slug" varchar(200) NOT NULL UNIQUE);
CREATE TABLE "site_demorecord" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" bigint unsigned NOT NULL CHECK ("object_id" >= 0), "fingerprint" varchar(64) NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_record_per_row" UNIQUE ("content_type_id", "object_id"));
INSERT INTO "site_demorecord" VALUES(1,1,'fa1681da777a0c461db3420bd62209a6b643f3593f3c32ece61016fc672da84b',13);
INSERT INTO "site_demorecord" VALUES(2,2,'469e32289adbaf4ca5e0973b720d8c8585082bdb17b21677a471ce53948817d5',13);
INSERT INTO "site_demorecord" VALUES(3,3,'5efc8c4c14fdfd830f8fd3ae3b93c622c75e59fb5a400d036c2d8794d610c921',13);
INSERT INTO "site_demorecord" VALUES(4,4,'5e7b412d339176517fca0f01373c45f02b7b218b894a5b8aff25a30e6890a460',13);
INSERT INTO "site_demorecord" VALUES(5,5,'1480ed435ae26f4d1a69b24768786f6c28df41738c166c3d26be15e093805cb9',13);
INSERT INTO "site_demorecord" VALUES(6,1,'4507a19c0d1bed55281ad7ec6490d0eec31f5ce841a2772e525b6687937c325d',23);
INSERT INTO "site_demorecord" VALUES(7,2,'0ad60f83b5c4b66212282fd7d065ade1fbee7a15d770315660be07dd99f85d54',23);
INSERT INTO "site_demorecord" VALUES(8,3,'8b050907ec8107a9a75be125acdaba1bc820d8a2bce8f4c953287c4a63c61279',23);
INSERT INTO "site_demorecord" VALUES(9,4,'72b650bd41670f89ddc7af8cc5c6810bbc093bee4e88c38631d7f762e74029c1',23);
INSERT INTO "site_demorecord" VALUES(10,5,'97e9d7f3fd3163c8d0b4d85410d7b4fa1fb7732022d06918ac645fbf1a2c0344',23);
INSERT INTO "site_demorecord" VALUES(11,6,'01984ecab235fd8d2c32f274eb04d34e2a7d336a5dadcfa8b74fa76e313e24e1',23);
INSERT INTO "site_demorecord" VALUES(12,7,'b9474d2e5ca6cfa8f77cd60cb7d5cd5551bc298aac00c95f0bdcc1e65d339349',23);
INSERT INTO "site_demorecord" VALUES(13,8,'b449d6adefd2b56d250b5cfc6614574310496e21966eb3f82bf7270304d4fac8',23);
INSERT INTO "site_demorecord" VALUES(14,9,'fcd868c2bbce4f3faab99aa77a7bbcae304fbd9d15d93af7d8d9d021074de1d4',23);
INSERT INTO "site_demorecord" VALUES(15,10,'1b698ff6ebc5d4cf64d0a81dfbe4a94f5367bc098f3499059dcc262d63a585a8',23);
INSERT INTO "site_demorecord" VALUES(16,11,'3a3160b4a6a3d905d70d14cb0a1084731298df73aafd13f9c16227a57f34fb25',23);
INSERT INTO "site_demorecord" VALUES(17,12,'f14ebc623c5474242f77904a36c2c5d8251be89029e3334ffddf9b674a523611',23);
INSERT INTO "site_demorecord" VALUES(18,13,'8a0c3204f1cc358fb4953671882a79c1d280265fb5d13ff56084719f1d1a46c6',23);
INSERT INTO "site_demorecord" VALUES(19,14,'d6137c0d663042d817cebe49b73fb4bbe8dbc2a8d0207b83d388ed5dab57f30a',23);
INSERT INTO "site_demorecord" VALUES(20,15,'43a9348f718f7c6b9c9574df4bc6a7e5a3ac308629a634d31f9f7185a98268ab',23);
INSERT INTO "site_demorecord" VALUES(21,16,'b74199c74a2aabb4ccc931c5f6532a64c81820fd97b53f62f567a3c2240906a4',23);
INSERT INTO "site_demorecord" VALUES(22,17,'3d90e423a1bda75d56d683a63fd5ad339968653ab6d88f3e0fe939e5d5b1a81b',23);
INSERT INTO "site_demorecord" VALUES(23,18,'0f3e093d466cc34ad980e35cea60ab407770223fdfc9a1c7c73c6e35e0fdce5c',23);
INSERT INTO "site_demorecord" VALUES(24,19,'50a634e30129615d6cc4222e1470f15fde20e1188bdf922e93a1f9955d2b709e',23);
INSERT INTO "site_demorecord" VALUES(25,10,'4fa8464eba1d5a361905fdcea2b50d2a85d556e3fecdef915da4cd6fac616466',19);
INSERT INTO "site_demorecord" VALUES(26,22,'cb03326eb3dbb271c83cb875a1b101713945deeb6b11275b14c3484b6871cd09',19);
INSERT INTO "site_demorecord" VALUES(27,16,'7ad74f27a4f29cc319d5d8a023bcc0da8d3e42e2d4b61aa863b12ea7a2b9f1f3',19);
INSERT INTO "site_demorecord" VALUES(28,2,'4c8ca99f1bb08715fb6fbd7c1c62e9ec9364801487d802c658a614b9f468134a',19);
INSERT INTO "site_demorecord" VALUES(29,5,'1c44dfdfa9f6bb5cb1abac4eadf4c1ec4bbf70b353881602b9be5e675deb1ca5',19);
INSERT INTO "site_demorecord" VALUES(30,13,'bd06eef352f38bc473e954bc423934f7d9c1f92e4737f8d05722aaa8a91d159e',19);
INSERT INTO "site_demorecord" VALUES(31,26,'87b0bfe4b32e679bf6777a644a31e15daa2d4928fd78c5df72e482ba721f6265',19);
INSERT INTO "site_demorecord" VALUES(32,15,'e1f28920ed3d7a2354e00e8e806f369e6d371088f1662f1545454b00724a2ab3',19);
INSERT INTO "site_demorecord" VALUES(33,12,'96ea4f2b6f6e308c002762e8a04ff0dd76b18e3f7fd95b8e12aa3b203924f4e6',19);
INSERT INTO "site_demorecord" VALUES(34,4,'16e1fb4da92b8089b4c7ed2e56c33d9774be91c284230af965ef63d73a6318e0',19);
INSERT INTO "site_demorecord" VALUES(35,17,'5158d69e5291f1c0c767d7fa9a95546aa01584c640fc8bf4cc80d99ff0046148',19);
INSERT INTO "site_demorecord" VALUES(36,8,'94d47c70a2364cc9cddaf0f5d74b4e3de6e1e7234ba52de191382d4e8b271ee0',19);
INSERT INTO "site_demorecord" VALUES(37,14,'09fcac25a12eb72e9846677193b9f9509cf3d20d8efa8630bb34556a9c1d5248',19);
INSERT INTO "site_demorecord" VALUES(38,18,'bd9a2ae50006b4862b51159e522f6039e638da92c045b420423811cab32996c6',19);
INSERT INTO "site_demorecord" VALUES(39,6,'6e1a942e5628e7d7705ef26d17f77e7b3f908a8ab767be0c617674119bddcd26',19);
INSERT INTO "site_demorecord" VALUES(40,1,'23699dd69e3c7d830b1c8b8eb5bd6bc7f88f3cdb47c96ebe6db5a2300b71213a',19);
INSERT INTO "site_demorecord" VALUES(41,3,'e95bfe8b5cd4390862ebb19f907ab58beeddf91c49d96f98c8d2827f75768ff7',19);
INSERT INTO "site_demorecord" VALUES(42,9,'7318245a9062e9f43b023c81d9c0cc136ea68d725bf149716d26cae51380ea17',19);
INSERT INTO "site_demorecord" VALUES(43,25,'02b6e9a5cb52b68223c54cdb1f939d7799fa521c210eaf3f85b2fc968be57871',19);
INSERT INTO "site_demorecord" VALUES(44,24,'c93a596b5f0b1466549260e741b15cdf43c1adcca0dfb65203f084890d71f4ae',19);
INSERT INTO "site_demorecord" VALUES(45,11,'b6b9caed7caf3913dc830145a588e812f4864e77306e42fc5c3b792a0ff6ed9f',19);
INSERT INTO "site_demorecord" VALUES(46,19,'e275372ba82e0c8c5a3963f8fc79464afe83e81a381c879ecfc7d86058cef491',19);
INSERT INTO "site_demorecord" VALUES(47,20,'9765b7ae7c417b47db3522f1dfeb456ed5b9ce195e66656655048258e03f8710',19);
INSERT INTO "site_demorecord" VALUES(48,7,'5e8187b638902b6425cf1df0da1663a4204b9c999f85f2439418a17512e000e8',19);
INSERT INTO "site_demorecord" VALUES(49,23,'f90419714664b92f41016b9e671b9178d765f63314670853c29d25c40e42b08f',19);
INSERT INTO "site_demorecord" VALUES(50,21,'071659b70a9aaafd6d5474ccdd7167d8509502318081cdfc59ed9fc657eb3c04',19);
INSERT INTO "site_demorecord" VALUES(51,1,'91a3d1647bec853a18ce91e61f0aea82fc3ff971ad56db21b97d9964e1260a44',22);
INSERT INTO "site_demorecord" VALUES(52,1,'1aefecae66bbeb7d45b75112b458a590b80cacd2955542c39deac760f0326bd5',10);
INSERT INTO "site_demorecord" VALUES(53,2,'0289a103b5b10b7bcc342bb2a6dc15874c7a89f1f7c666b2e5cc8e7aba519e4b',10);
INSERT INTO "site_demorecord" VALUES(54,1,'09ceb4c26391cc812df5ac008f5fe52fe7645e37de490c0b13c8dc45006c09de',14);
INSERT INTO "site_demorecord" VALUES(55,1,'8553daa05b9024900851a9ad4a401637ca2f6057484ea469eb3fef93fe12a525',16);
INSERT INTO "site_demorecord" VALUES(56,1,'4ba885ca0a67c2a6a7e3a53cb83e7c7453de5aaca3487f5b29f3df633670636f',15);
INSERT INTO "site_demorecord" VALUES(57,2,'91e2c543f2dea6c1c0b91c92e5ff4d9cdf88728eb738990d7b61e0f84868f88f',15);
INSERT INTO "site_demorecord" VALUES(58,3,'5118436761cfbe3f554b90d281c1d5ce10e6ccac4be782516e4c516b3f81bf36',15);
INSERT INTO "site_demorecord" VALUES(59,4,'368394132c0e4e2e7f81b29cba57971f9f13edecee8c4e25e86001452ac44499',15);
INSERT INTO "site_demorecord" VALUES(60,5,'e1c0c19616a944e9271c8ea5c2fb84c2f054aedb190205e27813b33d07d91eed',15);
INSERT INTO "site_demorecord" VALUES(61,51,'aa7f57d28987465bade1663268b9341818a2f7a4d08f875133e818aa7c9c001c',18);
INSERT INTO "site_demorecord" VALUES(62,52,'5e72ca0f7da17f8de3c73b729785de97984cb3be44e54952a841697b1c6252f0',18);
INSERT INTO "site_demorecord" VALUES(63,53,'478c485859f939cf0705daf76bf20e1e9697b66c68e78703c93d7092f423bcf4',18);
INSERT INTO "site_demorecord" VALUES(64,54,'1dcfad8d42de60b5fbb794d90ed445b8a515e9e6ab0b22f21d0c495c9c418490',18);
INSERT INTO "site_demorecord" VALUES(65,1,'cc3d8e77df9f88266ed8af0db6de5a471b9199eb49c0efb84a0e8be52e6f50f1',25);
INSERT INTO "site_demorecord" VALUES(66,2,'0dc12b0da80ad1782d98df5db2454fc6206f9299d079a788841773b2fc22771f',25);
INSERT INTO "site_demorecord" VALUES(67,3,'c595e93a5c931017ed70d561148caa203d128d87d62360d6943374b9d65c969e',25);
INSERT INTO "site_demorecord" VALUES(68,4,'1f3b9d57bd66129e1bf8c15fc5b7aed79dc46f3365e5857f5b376cb771c74886',25);
INSERT INTO "site_demorecord" VALUES(69,5,'5789afd8b9ba702d9bdf99eb2cd3d4976620502b812cfc69795c08ed0bb9ca1f',25);
INSERT INTO "site_demorecord" VALUES(70,6,'6613e6daa02b6c5bedc5b5e42b988d6f61b236cc771e01426b2ed4bfcb070f7d',25);
INSERT INTO "site_demorecord" VALUES(71,7,'f72ef0d8d7833a469bbb44aabd77a59fb14e527f1abd34295748abc4bf5acee3',25);
INSERT INTO "site_demorecord" VALUES(72,8,'d4b758248ea34c07482f454a9538ef214aafd4f242e6c8b8a0c32feb0d903da5',25);
INSERT INTO "site_demorecord" VALUES(73,9,'af9115da8b24c33b7cc39b285331e36eb6c1de392a0d6b01154cd59a9bab033e',25);
INSERT INTO "site_demorecord" VALUES(74,10,'379340ac92c70c93996c549fead035afe14131990aa0d03fbc7e76916d24990e',25);
INSERT INTO "site_demorecord" VALUES(75,11,'585d3aff56d3e2b5d8ed23f73879e0b4cae9f6acf76160b0786be0569995bf62',25);
INSERT INTO "site_demorecord" VALUES(76,12,'fbaa4cb46965d157a12e6a140c7bf2956355501462233e1b7b803a67fff2df8e',25);
INSERT INTO "site_demorecord" VALUES(77,13,'1d0da1f55fae9a1e7af39c3439f36124ffaa4c3cb19e447206d2c24f92f52690',25);
INSERT INTO "site_demorecord" VALUES(78,14,'c353ad15fbceadf9cb947ad9029a26b8c1d2aa3f829e7e3f44fe4c775ccf26a9',25);
INSERT INTO "site_demorecord" VALUES(79,15,'8aafe357cc62944001d450caee1e82bf27815d5e48ca40a2e9727c013e5bbe74',25);
INSERT INTO "site_demorecord" VALUES(80,16,'dd59eb1b6c77c22cf9a2aa516ed858f85468891861206178927add263e7f06ed',25);
INSERT INTO "site_demorecord" VALUES(81,17,'a68058da0671312f152f0fbec97be1a5c1c90a99e23ed892dd471a8e625e440d',25);
INSERT INTO "site_demorecord" VALUES(82,18,'dd3600fa712bcbaa9934c7e480ea84637092505ab7f113f9004428b4eccda208',25);
INSERT INTO "site_demorecord" VALUES(83,19,'6d573ecb4e38356978dd3549f7df2c0440b0addaf54ab413488127aeb0d75533',25);
INSERT INTO "site_demorecord" VALUES(84,20,'881ce34981caad7e481e97b2190f65f96b9f51dd82f53d0b6b5253581324e707',25);
INSERT INTO "site_demorecord" VALUES(85,21,'3afabd5b5262a436e3de6f5971442a7a78e30845360ec8178082f98051e6bdb2',25);
INSERT INTO "site_demorecord" VALUES(86,22,'6bc83b74aa451c1bb31a9756c867dc8c18fc26bb91385c17f77b1ff9a94df49c',25);
INSERT INTO "site_demorecord" VALUES(87,23,'c39eb63b17564af592fcfdff9b6f73eb63fa7f54e9de46b2ce85b6fc7e42d381',25);
INSERT INTO "site_demorecord" VALUES(88,1,'108ae46e14fc772d855d27c931975a374787810fa778b5bef23e7b701d119780',7);
INSERT INTO "site_demorecord" VALUES(89,2,'6f0c104d7d45277aed0cbc01c7ac821b4d9f99423f04765d50dfdf871042cad3',7);
INSERT INTO "site_demorecord" VALUES(90,3,'6df3a8b451f5c2d0b17af368e0bf83889c08e4b1be6add0ba896520611c67cc5',7);
INSERT INTO "site_demorecord" VALUES(91,4,'3e19185ad5ad599ce4ef3869e8a78b4c60db948d43fc1beda1d1bf17af2b1ee2',7);
INSERT INTO "site_demorecord" VALUES(92,5,'1bae49a55cc249c000f236a0b0d73a5bcd46783e6c675bd96efaf6a7736ff49c',7);
INSERT INTO "site_demorecord" VALUES(93,6,'5bf1bcc891b75960504b6f35d83407af4688fa6e4776618d3d88c769a2311886',7);
INSERT INTO "site_demorecord" VALUES(94,7,'1537115eea3bc4ea06045535c82ccb2a23b2228df3f8cd4a4506a7ad5ec635dd',7);
INSERT INTO "site_demorecord" VALUES(95,8,'6922adaa167c0f07ff6a639966a90df1ab7dd39d259ca2239bc7f812f6890320',7);
INSERT INTO "site_demorecord" VALUES(96,9,'bd902d3a7017c648d0dd7da1dc0f720d00babd1d32036a8f7941abd6b69e9c6e',7);
INSERT INTO "site_demorecord" VALUES(97,10,'f4269949ea691ec6026be2079fbf3531c98fbe02f6367bf33e7307644fea1ec9',7);
INSERT INTO "site_demorecord" VALUES(98,1,'2a76d44586144208ea57c43c2ae71278dc5eb9bc4e64f40440a0f3b44809071b',9);
INSERT INTO "site_demorecord" VALUES(99,2,'1f2e3fefbaccc9d98ba76f4d0ca3c4548b455560915b481c6292335a532bc9e1',9);
INSERT INTO "site_demorecord" VALUES(100,3,'92d15f9e2b20b67df6117427587bafc7c9046e611536600e70a3274e05530b9c',9);
INSERT INTO "site_demorecord" VALUES(101,4,'ecaf31be693294431ec435776362e979684d06af9bd4208baa217228e813a9f3',9);
INSERT INTO "site_demorecord" VALUES(102,5,'0ea114171a5f6c464979458d5ee5ea5d3fc002e977296ecf91bcf712de2fb6c4',9);
INSERT INTO "site_demorecord" VALUES(103,1,'29d4f42f11e41cde7d6d3563fa7dea7f3cc68790fc919d3b80abe151fd214747',17);
INSERT INTO "site_demorecord" VALUES(104,2,'07d6386bfbe2d5590ff994177b9eb07aef90f85f6c8d9261cccc8b6c3d43a493',17);
INSERT INTO "site_demorecord" VALUES(105,3,'4bff301d94cba800c3ff8dac24b67e6b667060809683ae4f33f61d44d0811b8d',17);
INSERT INTO "site_demorecord" VALUES(106,4,'abc3798d1ce92a8341b59c6842c2173f5ea639358965859fd2af23e133e3ef9d',17);
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE INDEX "academic_page_header_id_690c27e1" ON "academic_page" ("header_id");
CREATE INDEX "academic_page_picture_id_d47eb09d" ON "academic_page" ("picture_id");
CREATE INDEX "academic_interest_profile_id_6112706d" ON "academic_interest" ("profile_id");
CREATE INDEX "academic_affiliation_profile_id_9122ad13" ON "academic_affiliation" ("profile_id");
CREATE INDEX "academic_menuitem_page_id_e55fae0b" ON "academic_menuitem" ("page_id");
CREATE INDEX "academic_link_content_type_id_3ba64e92" ON "academic_link" ("content_type_id");
CREATE INDEX "academic_link_document_id_26e202a8" ON "academic_link" ("document_id");
CREATE INDEX "academic_link_page_id_b377077c" ON "academic_link" ("page_id");
CREATE INDEX "link_owner" ON "academic_link" ("content_type_id", "object_id", "id");
CREATE INDEX "academic_profile_header_id_bbfcd2d3" ON "academic_profile" ("header_id");
CREATE INDEX "academic_profile_photo_id_ae65a4d8" ON "academic_profile" ("photo_id");
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE UNIQUE INDEX "auth_user_groups_user_id_group_id_94350c0c_uniq" ON "auth_user_groups" ("user_id", "group_id");
CREATE INDEX "auth_user_groups_user_id_6a12ed8b" ON "auth_user_groups" ("user_id");
CREATE INDEX "auth_user_groups_group_id_97559544" ON "auth_user_groups" ("group_id");
CREATE UNIQUE INDEX "auth_user_user_permissions_user_id_permission_id_14a6b632_uniq" ON "auth_user_user_permissions" ("user_id", "permission_id");
CREATE INDEX "auth_user_user_permissions_user_id_a95ead1b" ON "auth_user_user_permissions" ("user_id");
CREATE INDEX "auth_user_user_permissions_permission_id_1fbb5f2c" ON "auth_user_user_permissions" ("permission_id");
CREATE INDEX "django_admin_log_content_type_id_c4bce8eb" ON "django_admin_log" ("content_type_id");
CREATE INDEX "django_admin_log_user_id_c564eba6" ON "django_admin_log" ("user_id");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE INDEX "publications_author_key_d9117b78" ON "publications_author" ("key");
CREATE INDEX "publications_importrun_user_id_37b4a0ec" ON "publications_importrun" ("user_id");
CREATE UNIQUE INDEX "publications_publication_topics_publication_id_topic_id_ca532ffa_uniq" ON "publications_publication_topics" ("publication_id", "topic_id");
CREATE INDEX "publications_publication_topics_publication_id_6c608b52" ON "publications_publication_topics" ("publication_id");
CREATE INDEX "publications_publication_topics_topic_id_ef0dfc41" ON "publications_publication_topics" ("topic_id");
CREATE INDEX "publications_authorship_author_id_23fbce1c" ON "publications_authorship" ("author_id");
CREATE INDEX "publications_authorship_publication_id_5489808b" ON "publications_authorship" ("publication_id");
CREATE UNIQUE INDEX "one_primary_entry" ON "publications_bibentry" ("publication_id") WHERE "is_primary";
CREATE INDEX "publications_bibentry_run_id_9ec135a6" ON "publications_bibentry" ("run_id");
CREATE INDEX "publications_bibentry_publication_id_85368904" ON "publications_bibentry" ("publication_id");
CREATE INDEX "publications_publication_citation_key_4a801c0b" ON "publications_publication" ("citation_key");
CREATE INDEX "publications_publication_year_bc39db0e" ON "publications_publication" ("year");
CREATE INDEX "publications_publication_doi_78703f08" ON "publications_publication" ("doi");
CREATE INDEX "publications_publication_arxiv_id_09d4e012" ON "publications_publication" ("arxiv_id");
CREATE INDEX "publications_publication_title_key_6705f3ab" ON "publications_publication" ("title_key");
CREATE INDEX "publications_publication_pdf_id_bfe37585" ON "publications_publication" ("pdf_id");
CREATE INDEX "publications_publication_picture_id_98eb6b4b" ON "publications_publication" ("picture_id");
CREATE INDEX "publications_publication_project_page_id_8fd7979f" ON "publications_publication" ("project_page_id");
CREATE INDEX "publication_by_date" ON "publications_publication" ("visibility", "year" DESC, "month" DESC);
CREATE INDEX "news_newsitem_publication_id_b4abf43d" ON "news_newsitem" ("publication_id");
CREATE INDEX "news_by_date" ON "news_newsitem" ("visibility", "date" DESC);
CREATE UNIQUE INDEX "news_newsitem_shown_links_newsitem_id_link_id_03b75fdb_uniq" ON "news_newsitem_shown_links" ("newsitem_id", "link_id");
CREATE INDEX "news_newsitem_shown_links_newsitem_id_deea23a6" ON "news_newsitem_shown_links" ("newsitem_id");
CREATE INDEX "news_newsitem_shown_links_link_id_c2eb91a1" ON "news_newsitem_shown_links" ("link_id");
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE INDEX "site_demorecord_content_type_id_6ee26609" ON "site_demorecord" ("content_type_id");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('django_migrations',22);
INSERT INTO "sqlite_sequence" VALUES('django_content_type',26);
INSERT INTO "sqlite_sequence" VALUES('academic_profile',1);
INSERT INTO "sqlite_sequence" VALUES('django_admin_log',0);
INSERT INTO "sqlite_sequence" VALUES('auth_permission',104);
INSERT INTO "sqlite_sequence" VALUES('auth_group',0);
INSERT INTO "sqlite_sequence" VALUES('auth_user',1);
INSERT INTO "sqlite_sequence" VALUES('publications_authorship',103);
INSERT INTO "sqlite_sequence" VALUES('publications_publication',19);
INSERT INTO "sqlite_sequence" VALUES('academic_page',5);
INSERT INTO "sqlite_sequence" VALUES('academic_link',60);
INSERT INTO "sqlite_sequence" VALUES('publications_importrun',1);
INSERT INTO "sqlite_sequence" VALUES('publications_author',26);
INSERT INTO "sqlite_sequence" VALUES('publications_bibentry',19);
INSERT INTO "sqlite_sequence" VALUES('academic_picture',2);
INSERT INTO "sqlite_sequence" VALUES('academic_affiliation',1);
INSERT INTO "sqlite_sequence" VALUES('academic_interest',5);
INSERT INTO "sqlite_sequence" VALUES('news_newsitem',23);
INSERT INTO "sqlite_sequence" VALUES('news_newsitem_shown_links',4);
INSERT INTO "sqlite_sequence" VALUES('academic_cventry',10);
INSERT INTO "sqlite_sequence" VALUES('academic_homeblock',5);
INSERT INTO "sqlite_sequence" VALUES('academic_menuitem',4);
INSERT INTO "sqlite_sequence" VALUES('site_demorecord',106);
COMMIT;
