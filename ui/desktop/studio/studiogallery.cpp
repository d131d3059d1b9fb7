#include "core/async/spawn.h"
#include "ui/desktop/promptfield.h"
#include "ui/desktop/studio/gallerypane.h"
#include "ui/desktop/studio/studiocontroller.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/widgets/undomessage.h"
#include "ui/words/errors.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr qint64 Block = 1024 * 1024;

/// A copy in place of whatever is there, and never half of one.
Result<Done> copied(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    const auto failed = [&](const QString &why) {
        return Error(Error::Kind::Storage, why).withReason(u"cannot-write"_s);
    };
    if (!source.open(QIODevice::ReadOnly))
        return failed(source.errorString());
    if (!target.open(QIODevice::WriteOnly))
        return failed(target.errorString());
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(Block);
        if (bytes.isEmpty() || target.write(bytes) != bytes.size())
            return failed(bytes.isEmpty() ? source.errorString() : target.errorString());
    }
    if (!target.commit())
        return failed(target.errorString());
    return Done();
}

Result<Done> allCopied(const QList<PictureValue> &pictures, const QString &to)
{
    if (pictures.size() == 1)
        return copied(pictures.first().path, to);
    for (const PictureValue &picture : pictures) {
        // Nothing that is there already is written over.
        const QFileInfo name(picture.path);
        QString free = QDir(to).filePath(picture.fileName());
        for (int i = 2; QFileInfo::exists(free); ++i)
            free = QDir(to).filePath(
                u"%1 (%2).%3"_s.arg(name.completeBaseName()).arg(i).arg(name.suffix()));
        if (Result<Done> done = copied(picture.path, free); !done)
            return done;
    }
    return Done();
}

} // namespace

void StudioController::connectGallery()
{
    connect(m_page->model(), &GalleryModel::moreNeeded, this, &StudioController::loadMore);
    connect(m_page->gallery(), &GalleryPane::filterChanged, this, &StudioController::reloadGallery);
    connect(m_page, &StudioPage::deleteRequested, this, &StudioController::remove);
    connect(m_page, &StudioPage::saveRequested, this, &StudioController::save);
    connect(m_page, &StudioPage::startRequested, this, &StudioController::useAsStart);
    connect(m_page, &StudioPage::openRequested, this,
            [this](const QString &path) { Q_EMIT openRequested(QUrl::fromLocalFile(path)); });
    connect(m_page, &StudioPage::folderRequested, this, [this] {
        m_backend->settings(this, [this](const Result<StudioSettings> &settings) {
            // There is no folder before the first picture.
            if (settings && QDir().mkpath(settings->folder))
                Q_EMIT openRequested(QUrl::fromLocalFile(settings->folder));
        });
    });
    connect(m_page, &StudioPage::settingsRequested, this, [this] {
        m_backend->settings(this, [this](const Result<StudioSettings> &settings) {
            if (settings)
                m_page->askSettings(*settings);
            else
                report(settings.error());
        });
    });
    connect(m_page, &StudioPage::settingsChosen, this, [this](const StudioSettings &settings) {
        m_backend->setSettings(settings, this, [this](const Result<Done> &done) {
            if (!done)
                report(done.error());
        });
    });
}

void StudioController::reloadGallery()
{
    const int question = ++m_loading;
    m_backend->gallery(m_page->gallery()->filter(), {}, this,
                       [this, question](const Result<GalleryWindow> &window) {
                           if (question != m_loading)
                               return;
                           if (!window) {
                               m_page->gallery()->setLoading(false);
                               report(window.error());
                               return;
                           }
                           m_page->model()->setWindow(*window, m_now());
                           m_page->gallery()->setFacts(*window, m_page->services());
                           fillHistory();
                       });
}

void StudioController::loadMore()
{
    const int question = m_loading;
    m_backend->gallery(m_page->gallery()->filter(), m_page->model()->last(), this,
                       [this, question](const Result<GalleryWindow> &window) {
                           if (question != m_loading)
                               return;
                           m_page->model()->append(window ? *window : GalleryWindow());
                           if (!window)
                               report(window.error());
                       });
}

void StudioController::remove(const QList<PictureValue> &pictures)
{
    m_page->model()->hide(pictures);
    const QString text = pictures.size() == 1
        ? tr("“%1” goes to the bin.").arg(pictureTitle(pictures.first()))
        : tr("%n picture(s) go to the bin.", nullptr, int(pictures.size()));
    m_undo->offer(
        text, this, [this, pictures] { m_page->model()->unhide(pictures); },
        [this, pictures] {
            m_backend->remove(pictures, this, [this, pictures](const Result<Done> &done) {
                if (done)
                    return;
                m_page->model()->unhide(pictures);
                report(done.error());
            });
        });
}

void StudioController::save(const QList<PictureValue> &pictures, const QString &to)
{
    auto delivery
        = std::make_shared<Delivery<Result<Done>>>(this, [this](const Result<Done> &done) {
              if (!done)
                  report(done.error());
          });
    QThreadPool::globalInstance()->start(
        [pictures, to, delivery] { (*delivery)(allCopied(pictures, to)); });
}

void StudioController::useAsStart(const PictureValue &picture)
{
    if (picture.type == RequestType::Video)
        return;
    if (!m_page->form()->chooseTaker()) {
        m_page->setNotice({tr("None of your services takes a picture to start from."), {}, {}, {}},
                          true);
        return;
    }
    addFiles({picture.path});
    m_page->form()->prompt()->setFocus(Qt::OtherFocusReason);
}

void StudioController::addFiles(const QStringList &paths)
{
    for (const QString &path : paths)
        readAttachment(path, this, [this](const Result<AttachedFile> &file) { addFile(file); });
}

void StudioController::addFile(const Result<AttachedFile> &file)
{
    if (!file) {
        m_page->setNotice(attachmentErrorWords(file.error()), true);
        return;
    }
    if (!file->attachment.mimeType.startsWith("image/"_L1)) {
        m_page->setNotice({tr("%1 is no picture.").arg(file->attachment.name), {}, {}, {}}, true);
        return;
    }
    if (!m_page->form()->chooseTaker()) {
        m_page->setNotice({tr("None of your services takes a picture to start from."), {}, {}, {}},
                          true);
        return;
    }
    m_page->form()->addFile(*file);
}

} // namespace keyway
