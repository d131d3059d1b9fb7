#include "studiosettings.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace keyway {
namespace {

/// A folder that is not there yet is made with the first picture.
bool canWriteTo(const QString &folder)
{
    QFileInfo place(folder);
    while (!place.exists() && !place.isRoot())
        place = QFileInfo(place.path());
    return place.isDir() && place.isWritable();
}

} // namespace

StudioSettingsDialog::StudioSettingsDialog(const StudioSettings &settings, QWidget *parent)
    : Dialog(parent)
    , m_folder(settings.folder)
    , m_path(new ElidedLabel({}, TextStyle::Body, Token::TextPrimary))
    , m_choose(new QPushButton(tr("Choose…")))
    , m_save(nullptr)
    , m_atOnce(new QSpinBox)
    , m_metadata(new QCheckBox(tr("Write prompt, service and seed into the files")))
    , m_problem(new TextLabel({}, TextStyle::Small, Token::DangerText))
{
    setWindowTitle(tr("Studio settings"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    const auto label = [&](const QString &text, int row, QWidget *buddy) {
        auto *words = new TextLabel(text, TextStyle::Body, Token::TextSecondary, content);
        words->setBuddy(buddy);
        grid->addWidget(words, row, 0);
    };
    m_choose->setAccessibleName(tr("Choose the folder for pictures and videos"));
    label(tr("Pictures go to"), 0, m_choose);
    grid->addWidget(m_path, 0, 1);
    grid->addWidget(m_choose, 0, 2);
    m_atOnce->setRange(1, StudioSettings::MostAtOnce);
    m_atOnce->setValue(settings.atOnce);
    m_atOnce->setAccessibleName(tr("Jobs at a time"));
    label(tr("Jobs at a time"), 1, m_atOnce);
    grid->addWidget(m_atOnce, 1, 1, Qt::AlignLeft);
    column->addLayout(grid);
    m_metadata->setChecked(settings.metadata);
    column->addWidget(m_metadata);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch(1);
    setContent(content);
    QPushButton *cancel = addButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_save = addButton(tr("Save"), ButtonKind::Primary);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    setDefaultButton(m_save);
    connect(m_choose, &QPushButton::clicked, this, &StudioSettingsDialog::chooseFolder);
    setFolder(settings.folder);
    resizeForText({520, 250});
}

void StudioSettingsDialog::setFolder(const QString &folder)
{
    m_folder = folder;
    m_path->setText(QDir::toNativeSeparators(folder));
    m_problem->setText(problem());
    m_problem->setVisible(!problem().isEmpty());
    m_save->setEnabled(problem().isEmpty());
}

QString StudioSettingsDialog::problem() const
{
    return canWriteTo(m_folder) ? QString() : tr("Keyway may not write into this folder.");
}

void StudioSettingsDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for pictures and videos"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &StudioSettingsDialog::setFolder);
    dialog->open();
}

StudioSettings StudioSettingsDialog::settings() const
{
    return {m_folder, m_metadata->isChecked(), m_atOnce->value()};
}

} // namespace keyway
