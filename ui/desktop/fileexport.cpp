#include "fileexport.h"

#include "core/export/exportrun.h"
#include "ui/widgets/banner.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace keyway {

FileExport::FileExport(QString database, Banner *note, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_note(note)
{
}

FileExport::~FileExport() = default;

void FileExport::askWhere(const QString &title, const QString &fileName, const Order &order)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_note, title, QDir(folder).filePath(fileName));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(fileName).suffix());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, order](const QString &path) { begin(path, order); });
    dialog->open();
}

void FileExport::begin(const QString &path, const Order &order)
{
    if (m_running)
        return;
    m_order = order;
    m_path = path;
    m_run = std::make_unique<ExportRun>(
        m_database,
        [write = order.write, path](Database &database, const CancelToken &cancel,
                                    const ExportProgress &progress) {
            return write(database, path, cancel, progress);
        });
    connect(m_run.get(), &ExportRun::progressed, this, &FileExport::showProgress);
    connect(m_run.get(), &ExportRun::ended, this, &FileExport::showEnd);
    m_running = true;
    Q_EMIT runningChanged(true);
    m_note->setLevel(Banner::Level::Info);
    m_note->setClosable(false);
    m_note->clearButtons();
    QPushButton *stop = m_note->addButton(tr("Cancel"));
    connect(stop, &QPushButton::clicked, m_run.get(), &ExportRun::cancel);
    showProgress(0);
    m_note->show();
    m_run->start();
}

QString FileExport::fileName() const
{
    return QFileInfo(m_path).fileName();
}

void FileExport::showProgress(qint64 records)
{
    m_note->setMessage(tr("Writing %1.").arg(fileName()),
                       m_order.kind == Kind::Report
                           ? QString()
                           : tr("%n record(s) so far.", nullptr, static_cast<int>(records)));
}

void FileExport::showEnd()
{
    const Result<ExportReport> result = m_run->result();
    m_running = false;
    Q_EMIT runningChanged(false);
    m_note->clearButtons();
    m_note->setClosable(true);
    if (result) {
        m_note->setLevel(Banner::Level::Success);
        m_note->setMessage(tr("%1 is written.").arg(fileName()),
                           m_order.kind == Kind::Report ? QString()
                                                        : tr("%n record(s) are in it.", nullptr,
                                                             static_cast<int>(result->records)));
        QPushButton *folder = m_note->addButton(tr("Show in folder"));
        connect(folder, &QPushButton::clicked, this, [path = m_path] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
        });
        return;
    }
    if (result.error().kind() == Error::Kind::Cancelled) {
        m_note->setLevel(Banner::Level::Info);
        m_note->setMessage(tr("The export was cancelled."), tr("No file is left of it."));
        return;
    }
    const words::Message problem = words::errorWords(result.error());
    m_note->setLevel(Banner::Level::Error);
    m_note->setMessage(problem.title, problem.text);
    QPushButton *again = m_note->addButton(tr("Try again"));
    connect(again, &QPushButton::clicked, this, [this] { begin(QString(m_path), Order(m_order)); });
}

} // namespace keyway
