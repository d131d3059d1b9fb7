#include "fakestudio.h"

#include "tests/ui/accessibility.h"
#include "ui/desktop/studio/gallerypane.h"
#include "ui/desktop/studio/galleryview.h"
#include "ui/desktop/studio/picturecanvas.h"
#include "ui/desktop/studio/pictureviewer.h"
#include "ui/desktop/studio/studiocontroller.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/desktop/studio/thumbnails.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/undomessage.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

struct Bench {
    explicit Bench(int pictures = 8, int window = 60)
    {
        backend.pictures = sample::studioPictures(files.path(), std::min(pictures, 24));
        // The later ones share the files of the first.
        for (int i = int(backend.pictures.size()); i < pictures; ++i) {
            PictureValue more = backend.pictures.at(i % 24);
            more.job = sample::studioId(5000 + i);
            more.path += u"#%1"_s.arg(i);
            more.madeAt = sample::studioNow().addSecs(-600'000 - i);
            backend.pictures.append(more);
        }
        backend.window = window;
        auto *row = new QHBoxLayout(&frame);
        row->setContentsMargins(0, 0, 0, 0);
        page = new StudioPage(&frame);
        row->addWidget(page);
        undo = new UndoMessage(&frame);
        frame.resize(1068, 738);
        frame.show();
        frame.activateWindow();
        controller = std::make_unique<StudioController>(page, &backend, undo,
                                                        [] { return sample::studioNow(); });
        controller->setDelays(0, 0);
        controller->start();
    }
    GalleryView *view() const { return page->gallery()->view(); }
    int rows() const { return page->model()->rowCount(); }
    QToolButton *tool(const QString &name) const
    {
        for (QToolButton *button : page->viewer()->findChildren<QToolButton *>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }

    QTemporaryDir files;
    FakeStudio backend;
    QWidget frame;
    StudioPage *page;
    UndoMessage *undo;
    std::unique_ptr<StudioController> controller;
};

} // namespace

class TestGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void model();
    void newPicturesKeepTheRows();
    void rowsLoadWhileScrolling();
    void onlyWhatIsInSightIsDecoded();
    void paintingStaysShort();
    void searchAndFilter();
    void emptyIsSaid();
    void arrowsEnterAndMenu();
    void deleteWithUndo();
    void deleteIsCarriedOut();
    void saveAsNeverLeavesHalf();
    void dragGivesFiles();
    void viewerByKeyboard();
    void viewerOfAVideo();
    void viewerGoesOnAfterDelete();
    void missingFileIsSaid();
    void namesOfTiles();
};

void TestGallery::model()
{
    QTemporaryDir files;
    const QList<PictureValue> pictures = sample::studioPictures(files.path(), 12);
    GalleryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    GalleryWindow window;
    window.pictures = pictures.mid(0, 8);
    window.more = true;
    model.setWindow(window, sample::studioNow());
    QCOMPARE(model.rowCount(), 8);
    GalleryWindow rest;
    rest.pictures = pictures.mid(8);
    model.append(rest);
    QCOMPARE(model.rowCount(), 12);
    QVERIFY(!model.canFetchMore({}));
    const QList<PictureValue> two{pictures.at(0), pictures.at(5)};
    model.hide(two);
    QCOMPARE(model.rowCount(), 10);
    // A reading meanwhile does not bring them back.
    model.setWindow(window, sample::studioNow());
    QVERIFY(!model.indexOf(pictures.at(5).path).isValid());
    model.unhide(two);
    QCOMPARE(model.indexOf(pictures.at(0).path).row(), 0);
    QCOMPARE(model.indexOf(pictures.at(5).path).row(), 5);
    const QString line = model.data(model.index(0), GalleryModel::Line).toString();
    QVERIFY2(line.startsWith(u"$0.08 · 2:28"_s), qPrintable(line));
    QCOMPARE(model.data(model.index(2), GalleryModel::LengthTag).toString(), u"0:04"_s);
}

void TestGallery::newPicturesKeepTheRows()
{
    QTemporaryDir files;
    const QList<PictureValue> pictures = sample::studioPictures(files.path(), 12);
    GalleryModel model;
    GalleryWindow window;
    window.pictures = pictures.mid(2, 6);
    window.more = true;
    model.setWindow(window, sample::studioNow());
    GalleryWindow rest;
    rest.pictures = pictures.mid(8);
    model.append(rest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex third = model.index(2);
    window.pictures = pictures.mid(0, 6);
    model.setWindow(window, sample::studioNow());
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(third.row(), 4);
    QCOMPARE(model.rowCount(), 12);
    // What is gone is taken out.
    window.pictures = pictures.mid(5, 2);
    window.more = false;
    model.setWindow(window, sample::studioNow());
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), 2);
    // Another gallery is another gallery.
    window.pictures = pictures.mid(9, 3);
    model.setWindow(window, sample::studioNow());
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 3);
}

void TestGallery::rowsLoadWhileScrolling()
{
    Bench bench(1000);
    QTRY_VERIFY(bench.rows() > 0);
    QTest::qWait(50);
    const int first = bench.rows();
    QVERIFY2(first <= 120, qPrintable(QString::number(first)));
    bench.view()->verticalScrollBar()->setValue(bench.view()->verticalScrollBar()->maximum());
    QTRY_VERIFY(bench.rows() > first);
    // To the very end, by the key for it.
    bench.view()->setFocus();
    for (int i = 0; i < 40 && bench.rows() < 1000; ++i) {
        QTest::keyClick(bench.view(), Qt::Key_End);
        QTest::qWait(20);
    }
    QCOMPARE(bench.rows(), 1000);
}

void TestGallery::onlyWhatIsInSightIsDecoded()
{
    Bench bench(24);
    QTRY_COMPARE(bench.rows(), 24);
    auto *thumbnails = bench.page->findChild<Thumbnails *>();
    QSignalSpy arrived(thumbnails, &Thumbnails::arrived);
    QTRY_VERIFY(!arrived.isEmpty());
    QTest::qWait(300);
    QVERIFY2(arrived.size() <= 20, qPrintable(QString::number(arrived.size())));
    QCOMPARE(thumbnails->waiting(), 0);
    const auto before = arrived.size();
    bench.view()->viewport()->update();
    QTest::qWait(50);
    QCOMPARE(arrived.size(), before); // kept
    bench.view()->verticalScrollBar()->setValue(bench.view()->verticalScrollBar()->maximum());
    QTRY_VERIFY(arrived.size() > before);
}

void TestGallery::paintingStaysShort()
{
    Bench bench(24);
    QTRY_COMPARE(bench.rows(), 24);
    auto *thumbnails = bench.page->findChild<Thumbnails *>();
    QTRY_COMPARE(thumbnails->waiting(), 0);
    QTest::qWait(300);
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        bench.view()->viewport()->repaint();
        best = std::min(best, timer.nsecsElapsed());
    }
    qInfo("one paint of the gallery: %.2f ms", double(best) / 1e6);
    QVERIFY2(best < 50'000'000, "far above the 8 ms that a paint may take");
}

void TestGallery::searchAndFilter()
{
    Bench bench(24);
    QTRY_COMPARE(bench.rows(), 24);
    QTest::keyClick(bench.view(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(bench.page->gallery()->search()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"teapot"_s);
    QTRY_COMPARE(bench.rows(), 3);
    QTest::keyClicks(QApplication::focusWidget(), u"zzz"_s);
    QTRY_COMPARE(bench.rows(), 0);
    QTRY_VERIFY(bench.page->gallery()->nothing()->isVisible());
    QVERIFY(bench.page->gallery()->nothing()->text().contains(u"teapotzzz"_s));
    bench.page->gallery()->clearFilter();
    QTRY_COMPARE(bench.rows(), 24);
    QComboBox *service = bench.page->gallery()->serviceFilter();
    service->setCurrentIndex(service->findData(u"runway"_s));
    QTRY_COMPARE(bench.rows(), 1);
    QCOMPARE(bench.page->model()->at(0)->service, u"runway"_s);
}

void TestGallery::emptyIsSaid()
{
    Bench bench(0);
    QTRY_VERIFY(bench.backend.galleryCalls > 0);
    QTRY_VERIFY([&] {
        for (const QLabel *label : bench.page->gallery()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == u"Nothing made yet"_s)
                return true;
        }
        return false;
    }());
}

void TestGallery::arrowsEnterAndMenu()
{
    Bench bench(24);
    QTRY_COMPARE(bench.rows(), 24);
    bench.view()->setFocus();
    bench.view()->setCurrentIndex(bench.page->model()->index(0));
    QTest::keyClick(bench.view(), Qt::Key_Right);
    QCOMPARE(bench.view()->currentIndex().row(), 1);
    QTest::keyClick(bench.view(), Qt::Key_Down);
    QCOMPARE(bench.view()->currentIndex().row(), 1 + bench.view()->columns());
    QTest::keyClick(bench.view(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(bench.page->gallery()->selected().size(), 2);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(bench.view()->viewport(), &event);
    QTRY_VERIFY(bench.page->findChild<QMenu *>(u"pictureMenu"_s));
    bench.page->findChild<QMenu *>(u"pictureMenu"_s)->close();
    QTest::keyClick(bench.view(), Qt::Key_Return);
    QTRY_VERIFY(bench.page->viewer() && bench.page->viewer()->isVisible());
    QCOMPARE(bench.page->viewer()->current(), bench.view()->currentIndex());
}

void TestGallery::deleteWithUndo()
{
    Bench bench(8);
    QTRY_COMPARE(bench.rows(), 8);
    bench.view()->setFocus();
    bench.view()->setCurrentIndex(bench.page->model()->index(1));
    const QString gone = bench.page->model()->at(1)->path;
    const QString next = bench.page->model()->at(2)->path;
    QTest::keyClick(bench.view(), Qt::Key_Delete);
    QTRY_COMPARE(bench.rows(), 7);
    QVERIFY(bench.undo->isOffering());
    QCOMPARE(bench.page->model()->at(bench.view()->currentIndex())->path, next);
    Q_EMIT bench.backend.changed();
    QTest::qWait(30);
    QCOMPARE(bench.rows(), 7);
    bench.undo->undo();
    QCOMPARE(bench.rows(), 8);
    QCOMPARE(bench.page->model()->at(1)->path, gone);
    QVERIFY(bench.backend.removed.isEmpty());
    QVERIFY(QFile::exists(gone));
}

void TestGallery::deleteIsCarriedOut()
{
    Bench bench(8);
    QTRY_COMPARE(bench.rows(), 8);
    bench.view()->setFocus();
    bench.view()->selectAll();
    QTest::keyClick(bench.view(), Qt::Key_Delete);
    QCOMPARE(bench.rows(), 0);
    bench.undo->carryOut();
    QCOMPARE(bench.backend.removed.size(), 8);
}

void TestGallery::saveAsNeverLeavesHalf()
{
    Bench bench(8);
    QTRY_COMPARE(bench.rows(), 8);
    QTemporaryDir to;
    const PictureValue first = *bench.page->model()->at(0);
    const QString target = to.filePath(u"mine.png"_s);
    Q_EMIT bench.page->saveRequested({first}, target);
    QTRY_VERIFY(QFile::exists(target));
    QFile a(first.path), b(target);
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    QCOMPARE(a.readAll(), b.readAll());
    // Several go into a folder, and nothing there is written over.
    Q_EMIT bench.page->saveRequested({first, *bench.page->model()->at(1)}, to.path());
    QTRY_COMPARE(QDir(to.path()).entryList(QDir::Files).size(), 3);
    Q_EMIT bench.page->saveRequested({first, *bench.page->model()->at(1)}, to.path());
    QTRY_COMPARE(QDir(to.path()).entryList(QDir::Files).size(), 5);
    QVERIFY(!bench.page->banner()->isVisible());
    PictureValue missing = first;
    missing.path = to.filePath(u"no-such-file"_s);
    Q_EMIT bench.page->saveRequested({missing}, to.filePath(u"half.png"_s));
    QTRY_VERIFY(bench.page->banner()->isVisible());
    QVERIFY(!QFile::exists(to.filePath(u"half.png"_s)));
}

void TestGallery::dragGivesFiles()
{
    Bench bench(8);
    QTRY_COMPARE(bench.rows(), 8);
    const GalleryModel *model = bench.page->model();
    const std::unique_ptr<QMimeData> data(model->mimeData({model->index(0), model->index(3)}));
    QVERIFY(data);
    QCOMPARE(data->urls(),
             (QList<QUrl>{QUrl::fromLocalFile(model->at(0)->path),
                          QUrl::fromLocalFile(model->at(3)->path)}));
}

void TestGallery::viewerByKeyboard()
{
    Bench bench(8);
    QTRY_COMPARE(bench.rows(), 8);
    bench.page->openViewer(bench.page->model()->index(0));
    PictureViewer *viewer = bench.page->viewer();
    QVERIFY(viewer);
    QTRY_VERIFY(viewer->canvas()->isLoaded());
    QCOMPARE(viewer->canvas()->pixels(), QSize(512, 512));
    QVERIFY(viewer->canvas()->isFitted());
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(viewer->focusWidget() ? viewer->focusWidget() : viewer, key, modifiers);
    };
    const int fitted = viewer->canvas()->percent();
    press(Qt::Key_Plus);
    QVERIFY(viewer->canvas()->percent() > fitted);
    press(Qt::Key_Minus);
    press(Qt::Key_Minus);
    QVERIFY(viewer->canvas()->percent() < 100);
    press(Qt::Key_0);
    QVERIFY(viewer->canvas()->isFitted());
    press(Qt::Key_Right);
    QCOMPARE(viewer->current().row(), 1);
    QCOMPARE(bench.view()->currentIndex().row(), 1);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QCOMPARE(viewer->current().row(), 0);
    QVERIFY(!viewer->isInfoShown());
    press(Qt::Key_I);
    QVERIFY(viewer->isInfoShown());
    const QString info = viewer->infoText();
    for (const QString &fact :
         {u"Lighthouse at first light"_s, u"4711"_s, u"ultra"_s, u"$0.08"_s, u"Stability AI"_s})
        QVERIFY2(info.contains(fact), qPrintable(fact));
    QTRY_VERIFY(viewer->infoText().contains(u"512 × 512"_s));
    QCOMPARE(unnamedWidgets(viewer), QStringList());
    // A button that has the focus leaves the arrows to the viewer.
    bench.tool(u"Zoom in"_s)->setFocus();
    press(Qt::Key_Right);
    QCOMPARE(viewer->current().row(), 1);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!bench.page->viewer());
}

void TestGallery::viewerOfAVideo()
{
    Bench bench(8);
    QTRY_COMPARE(bench.rows(), 8);
    QSignalSpy opened(bench.controller.get(), &StudioController::openRequested);
    bench.page->openViewer(bench.page->model()->index(2));
    PictureViewer *viewer = bench.page->viewer();
    QVERIFY(viewer->canvas()->spokenText().contains(u"4 s"_s));
    QVERIFY(!viewer->canvas()->isLoaded());
    QTest::keyClick(viewer->canvas(), Qt::Key_Space);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toUrl(), QUrl::fromLocalFile(bench.page->model()->at(2)->path));
}

void TestGallery::viewerGoesOnAfterDelete()
{
    Bench bench(3);
    QTRY_COMPARE(bench.rows(), 3);
    bench.page->openViewer(bench.page->model()->index(1));
    PictureViewer *viewer = bench.page->viewer();
    const QString next = bench.page->model()->at(2)->path;
    QTest::keyClick(viewer->canvas(), Qt::Key_Delete);
    QTRY_COMPARE(bench.rows(), 2);
    QCOMPARE(bench.page->model()->at(viewer->current())->path, next);
    QTest::keyClick(viewer->canvas(), Qt::Key_Delete);
    QTRY_COMPARE(bench.rows(), 1);
    QTest::keyClick(viewer->canvas(), Qt::Key_Delete);
    QTRY_COMPARE(bench.rows(), 0);
    QTRY_VERIFY(!bench.page->viewer());
}

void TestGallery::missingFileIsSaid()
{
    Bench bench(8);
    QTRY_COMPARE(bench.rows(), 8);
    QVERIFY(QFile::remove(bench.page->model()->at(0)->path));
    bench.page->openViewer(bench.page->model()->index(0));
    QTRY_VERIFY(bench.page->viewer()->canvas()->spokenText().contains(u"cannot be read"_s));
}

void TestGallery::namesOfTiles()
{
    Bench bench(8);
    QTRY_COMPARE(bench.rows(), 8);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(bench.view());
    QVERIFY(list);
    QCOMPARE(list->childCount(), 8);
    QVERIFY(list->child(0)->text(QAccessible::Name).contains(u"Lighthouse"_s));
    QVERIFY(list->child(2)->text(QAccessible::Name).contains(u"video"_s));
    QCOMPARE(unnamedWidgets(bench.page->gallery()), QStringList());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    KeywayStyle::install(app);
    TestGallery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_gallery.moc"
