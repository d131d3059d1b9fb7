#include "ui/desktop/promptfield.h"
#include "ui/desktop/studio/gallerypane.h"
#include "ui/desktop/studio/galleryview.h"
#include "ui/desktop/studio/joblist.h"
#include "ui/desktop/studio/jobwords.h"
#include "ui/desktop/studio/pictureviewer.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/desktop/studio/studiosettings.h"
#include "ui/theme/buttonkind.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/errors.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace keyway {

// What the user can do: shortcuts, menus, dialogs.

void StudioPage::makeActions()
{
    addMenuAction(Menu::File, tr("Generate"), QKeySequence(u"Ctrl+Return"_s), [this] {
        if (m_form->canGenerate())
            Q_EMIT generateRequested();
    });
    addMenuAction(Menu::File, tr("New prompt"), QKeySequence(u"Ctrl+N"_s), [this] { beginNew(); });
    addMenuAction(Menu::File, tr("Add a picture"), QKeySequence(u"Ctrl+O"_s),
                  [this] { chooseFile(); });
    addMenuAction(Menu::File, tr("Save as"), QKeySequence(u"Ctrl+S"_s),
                  [this] { saveAs(m_gallery->selected()); });
    addMenuAction(Menu::Edit, tr("Find a picture"), QKeySequence(u"Ctrl+F"_s),
                  [this] { m_gallery->search()->activate(); });
    QAction *remove = addMenuAction(Menu::Edit, tr("Delete"), QKeySequence(Qt::Key_Delete),
                                    [this] { deleteChosen(); });
    // A key of the gallery: in a text field it deletes a letter, on a job it cancels.
    remove->setShortcutContext(Qt::WidgetShortcut);
    removeAction(remove);
    m_gallery->view()->addAction(remove);
    addMenuAction(Menu::Service, tr("Use as start"), QKeySequence(u"Ctrl+U"_s), [this] {
        withChosen([this](const PictureValue &picture) { Q_EMIT startRequested(picture); });
    });
    addMenuAction(Menu::Service, tr("Same settings again"), QKeySequence(u"Ctrl+R"_s), [this] {
        withChosen([this](const PictureValue &picture) { Q_EMIT againRequested(picture.job); });
    });
    addMenuAction(Menu::Service, tr("Pause or resume all jobs"), QKeySequence(u"Ctrl+Shift+P"_s),
                  [this] { Q_EMIT pauseRequested(!m_jobs.paused); });
    addMenuAction(Menu::File, tr("Open the folder"), {}, [this] { Q_EMIT folderRequested(); });
    addMenuAction(Menu::File, tr("Studio settings…"), {}, [this] { Q_EMIT settingsRequested(); });
}

void StudioPage::askSettings(const StudioSettings &settings)
{
    auto *dialog = new StudioSettingsDialog(settings, this);
    dialog->setObjectName(u"studioSettings"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { Q_EMIT settingsChosen(dialog->settings()); });
    dialog->open();
}

void StudioPage::beginNew()
{
    m_form->prompt()->setFocus(Qt::ShortcutFocusReason);
    m_form->prompt()->selectAll();
}

void StudioPage::withChosen(const std::function<void(const PictureValue &)> &act)
{
    const QList<PictureValue> chosen = m_gallery->selected();
    if (!chosen.isEmpty())
        act(chosen.first());
}

void StudioPage::deleteChosen()
{
    const QList<PictureValue> chosen = m_gallery->selected();
    if (chosen.isEmpty())
        return;
    // The focus goes to the next tile.
    const int row = m_model->indexOf(chosen.last().path).row() + 1 - int(chosen.size());
    Q_EMIT deleteRequested(chosen);
    const QModelIndex next = m_model->index(std::min(row, m_model->rowCount() - 1));
    if (next.isValid())
        m_gallery->view()->setCurrentIndex(next);
}

void StudioPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Add a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(attachableFilter(true));
    connect(dialog, &QFileDialog::filesSelected, this, &StudioPage::filesWanted);
    dialog->open();
}

void StudioPage::saveAs(const QList<PictureValue> &pictures)
{
    if (pictures.isEmpty())
        return;
    const bool one = pictures.size() == 1;
    auto *dialog = new QFileDialog(m_viewer ? static_cast<QWidget *>(m_viewer) : this,
                                   one ? tr("Save as") : tr("Save in this folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (one) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(pictures.first().fileName());
    } else {
        dialog->setFileMode(QFileDialog::Directory);
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, pictures](const QString &to) { Q_EMIT saveRequested(pictures, to); });
    dialog->open();
}

void StudioPage::openViewer(const QModelIndex &index)
{
    if (!m_model->at(index))
        return;
    if (!m_viewer) {
        m_viewer = new PictureViewer(m_model, &m_services, this);
        m_viewer->setAttribute(Qt::WA_DeleteOnClose);
        connectViewer();
    }
    m_viewer->showPicture(index);
    const QSize room = window()->size();
    m_viewer->resize(room.width() * 9 / 10, room.height() * 9 / 10);
    m_viewer->open();
}

void StudioPage::connectViewer()
{
    PictureViewer *viewer = m_viewer;
    connect(viewer, &PictureViewer::currentChanged, m_gallery->view(),
            qOverload<const QModelIndex &>(&QAbstractItemView::setCurrentIndex));
    connect(viewer, &PictureViewer::openRequested, this,
            [this](const PictureValue &picture) { Q_EMIT openRequested(picture.path); });
    connect(viewer, &PictureViewer::saveRequested, this,
            [this](const PictureValue &picture) { saveAs({picture}); });
    connect(viewer, &PictureViewer::startRequested, this,
            [this, viewer](const PictureValue &picture) {
                viewer->accept();
                Q_EMIT startRequested(picture);
            });
    connect(viewer, &PictureViewer::againRequested, this,
            [this, viewer](const PictureValue &picture) {
                viewer->accept();
                Q_EMIT againRequested(picture.job);
            });
    connect(viewer, &PictureViewer::deleteRequested, this,
            [this](const PictureValue &picture) { Q_EMIT deleteRequested({picture}); });
}

void StudioPage::showPictureMenu(const QPoint &at)
{
    const QList<PictureValue> chosen = m_gallery->selected();
    if (chosen.isEmpty())
        return;
    const bool one = chosen.size() == 1;
    const PictureValue first = chosen.first();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"pictureMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (one) {
        menu->addAction(tr("View"), QKeySequence(Qt::Key_Return), this,
                        [this, first] { openViewer(m_model->indexOf(first.path)); });
        menu->addAction(first.type == RequestType::Video ? tr("Open in the player")
                                                         : tr("Open in another program"),
                        this, [this, first] { Q_EMIT openRequested(first.path); });
        menu->addSeparator();
    }
    menu->addAction(tr("Save as"), QKeySequence(u"Ctrl+S"_s), this,
                    [this, chosen] { saveAs(chosen); });
    if (one) {
        if (first.type == RequestType::Image)
            menu->addAction(tr("Use as start"), QKeySequence(u"Ctrl+U"_s), this,
                            [this, first] { Q_EMIT startRequested(first); });
        menu->addAction(tr("Same settings again"), QKeySequence(u"Ctrl+R"_s), this,
                        [this, first] { Q_EMIT againRequested(first.job); });
        menu->addAction(tr("Copy the prompt"), this,
                        [first] { QGuiApplication::clipboard()->setText(first.prompt); });
    }
    menu->addSeparator();
    menu->addAction(tr("Delete"), QKeySequence(Qt::Key_Delete), this, [this] { deleteChosen(); });
    menu->popup(at);
}

void StudioPage::showDetails(const Id &job)
{
    for (const JobValue &known : std::as_const(m_jobs.jobs)) {
        if (!(known.id == job))
            continue;
        const words::Message message = failureWords(known, m_services.serviceName(known.service));
        auto *dialog = new Dialog(this);
        dialog->setObjectName(u"jobDetails"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(jobTitle(known));
        auto *content = new QWidget;
        auto *column = new QVBoxLayout(content);
        auto *words = new TextLabel({}, TextStyle::Body, Token::TextPrimary, content);
        words->setTitleAndText(message.title, message.text);
        words->setWordWrap(true);
        column->addWidget(words);
        if (!message.details.isEmpty()) {
            auto *details
                = new TextLabel(message.details, TextStyle::Mono, Token::TextSecondary, content);
            details->setWordWrap(true);
            details->setTextInteractionFlags(Qt::TextSelectableByMouse
                                             | Qt::TextSelectableByKeyboard);
            column->addWidget(details);
        }
        column->addStretch(1);
        dialog->setContent(content);
        QPushButton *copy = dialog->addButton(tr("Copy the details"));
        connect(copy, &QPushButton::clicked, dialog, [message] {
            QGuiApplication::clipboard()->setText(message.sentence() + u'\n' + message.details);
        });
        QPushButton *close = dialog->addButton(tr("Close"), ButtonKind::Primary);
        connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
        dialog->setDefaultButton(close);
        dialog->resize(460, 220);
        dialog->open();
        return;
    }
}

void StudioPage::askBeforeMaking(const QString &question, const QString &makeText)
{
    auto *dialog = new Dialog(this);
    dialog->setObjectName(u"askBeforeMaking"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Make this?"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    auto *words = new TextLabel(question, TextStyle::Body, Token::TextPrimary, content);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addStretch(1);
    dialog->setContent(content);
    QPushButton *cancel = dialog->addButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QPushButton *make = dialog->addButton(makeText, ButtonKind::Primary);
    connect(make, &QPushButton::clicked, this, [this, dialog] {
        dialog->accept();
        Q_EMIT makingConfirmed();
    });
    dialog->setDefaultButton(cancel);
    cancel->setFocus();
    dialog->resize(460, 180);
    dialog->open();
}

} // namespace keyway
